import { isBad, type Rating } from '#ticket/rating';
import { ratingRow } from '../ticket-rows';
import { saidIn, type RowsTold, type Step, type ToldRow } from './told-row';

type Columns = ReturnType<typeof ratingRow>;

/** Ratings, and what was judged of the bad ones of a round. What came with imported history stands in its line. */
export const ratingsTold: RowsTold = (steps) => {
  const rated: { seq: number; columns: Columns }[] = [];
  for (const step of steps) {
    const { line, before } = step;
    if (line.name === 'rate') rated.push({ seq: line.seq, columns: given(step) });
    if (line.name === 'judge')
      for (const { columns } of rated)
        if (columns.round === before.round && isBad(columns))
          columns.judged_reasonable ??= line.data.reasonable === true;
  }
  return [...steps.slice(0, 1).flatMap(imported), ...rated];
};

function given({ line, before }: Step): Columns {
  const rating = line.data as unknown as Rating & { ratingId: string };
  const { round, state, callbackNumberChanges } = before;
  const stands = { round, merged: state === 'merged', numberChanged: callbackNumberChanges > 0 };
  const { actor: by, at } = line;
  return ratingRow(before.id, { ...stands, id: rating.ratingId, rating, comment: saidIn(line, 'comment'), by, at });
}

function imported({ line, after: { id, rating } }: Step): ToldRow[] {
  if (line.name !== 'importHistory' || !rating) return [];
  const { round, at, numberChanged } = rating;
  const row = ratingRow(id, { id, rating, round, at, numberChanged, merged: false, by: line.actor });
  return [{ seq: line.seq, columns: { ...row, id: undefined } }];
}
