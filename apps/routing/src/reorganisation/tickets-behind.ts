import { reorganisationFigures, type ReorganisationFigure } from '#http-api/reorganisation-shapes';
import { accusedAlone, type Answering, type Succession } from './accused-alone';
import { isWorkFigure, openWork, workFigures } from './open-work';

/** The condition of the tickets `t` behind a figure, and its values; null for what is none of tickets. */
export function ticketsBehind(
  figure: ReorganisationFigure,
  { kind, sources, heirs }: Succession,
  answering: readonly Answering[],
): { condition: string; values: unknown[] } | null {
  if (figure === 'accused') return { condition: accusedAlone, values: [JSON.stringify(answering)] };
  const work = `t.id IN (${openWork[kind]})`;
  if (isWorkFigure(figure))
    return {
      condition: `${work} AND ${workFigures[figure]}`,
      values: figure === 'joined' ? [sources, heirs] : [sources],
    };
  if (!reorganisationFigures[figure].ofTickets) return null;
  return { condition: `${work} AND t.state = $2`, values: [sources, figure] };
}
