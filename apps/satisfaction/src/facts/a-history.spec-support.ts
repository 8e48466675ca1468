import fc from 'fast-check';
import { aStory, type Told } from '#testing/any-story';
import { keptForGood } from '#ticket/register';
import type { ToldLine } from '#ticket/retold';
import type { DueTold } from '#store/due-told';
import type { ToldTicket } from './counted-anew';

/** The whole history of a story, as it is stored. */
function historyOf(story: readonly Told[]): ToldLine[] {
  const [first] = story;
  if (!first) return [];
  const { before } = first;
  const data = Object.fromEntries(keptForGood.map((field) => [field, before[field]]));
  const registered = {
    ...{ seq: 1, at: before.registeredAt, actor: 'agent', name: 'register', to: before.state },
    ...{ data, text: null },
  };
  const lines = [registered as ToldLine, ...story.map(({ line }) => line)];
  return lines.map((line) => ({ ...line, data: JSON.parse(JSON.stringify(line.data)) as object as ToldLine['data'] }));
}

const chance = fc.record({
  /** After which of the lines, and of which part: what there is, over and over. */
  line: fc.nat(),
  part: fc.nat(),
  kind: fc.constantFrom('sign', 'contact', 'finish'),
  state: fc.constantFrom('running', 'met', 'cancelled'),
  generation: fc.integer({ min: 1, max: 3 }),
  dueInHours: fc.integer({ min: -50, max: 50 }),
  toldAfterMs: fc.integer({ min: 0, max: 3_600_000 }),
});
type Chance = typeof chance extends fc.Arbitrary<infer Value> ? Value : never;

/** A due time after some line of a story, of a part that the ticket has by then; none while it has no part. */
function dueOf(chosen: Chance, story: readonly Told[], id: number): DueTold[] {
  const told = story[chosen.line % story.length];
  const parts = told?.after.assignments ?? [];
  const part = parts[chosen.part % parts.length];
  if (!told || !part) return [];
  const { kind, state, generation } = chosen;
  const dueAt = new Date(told.at.getTime() + chosen.dueInHours * 3_600_000);
  return [
    {
      ...{ id, seq: told.line.seq, at: new Date(told.at.getTime() + chosen.toldAfterMs) },
      ...{ clockId: `${kind} ${part.id}`, kind, assignmentId: part.id, generation, state, dueAt },
      metAt: state === 'met' ? told.at : null,
    },
  ];
}

/** The same due times go on in the order in which they were told. */
function duesOf(chances: readonly Chance[], story: readonly Told[]): DueTold[] {
  if (story.length === 0) return [];
  const inOrder = chances.toSorted((one, other) => (one.line % story.length) - (other.line % story.length));
  return inOrder.flatMap((chosen, index) => dueOf(chosen, story, index + 1));
}

/** Everything that is told of some ticket, with red marks on its clocks now and then. */
export const aHistory: fc.Arbitrary<ToldTicket> = fc
  .tuple(aStory, fc.array(chance, { maxLength: 12 }))
  .map(([story, chances]) => {
    const dues = duesOf(chances, story);
    return { lines: historyOf(story).map((line) => marked(line, dues)), dues };
  });

/** A mark of the story names no clock of ours: it gets one that was told before it. */
function marked(line: ToldLine, dues: readonly DueTold[]): ToldLine {
  const due = dues.findLast(({ seq }) => seq < line.seq);
  if (line.name !== 'mark' || !due) return line;
  const { clockId, kind, generation } = due;
  return { ...line, data: { ...line.data, clockId, kind, generation, rung: 'red' } };
}
