import { isInOpenState, openPartOf } from '#store/open-tickets';
import { openOrders } from '#store/supervision-rows';
import type { ReorganisationFigure } from '#http-api/reorganisation-shapes';
import type { ReorganisationKind } from './reorganisation-plan';

/** What a lead has answered and may have to handle again. */
const answered = `('replied', 'upstream', 'callback')`;

/**
 * A SELECT of the ids of tickets that a reorganisation moves, each once: those with an open part of the departments, or
 * that are open and lie in the areas, which `$1` names. In the words of the indexes over desks, states and areas.
 */
export const openWork: Readonly<Record<ReorganisationKind, string>> = {
  department: `SELECT w.id FROM (
      SELECT p.ticket_id AS id FROM ticket.assignment p WHERE p.department_id = ANY($1::uuid[]) AND ${openPartOf('p')}
      UNION
      SELECT t.id FROM ticket.ticket t WHERE t.state IN ${answered} AND t.lead_department_id = ANY($1::uuid[])
    ) w JOIN ticket.ticket t ON t.id = w.id AND t.archived_at IS NULL`,
  area: `SELECT t.id FROM ticket.ticket t WHERE t.area_code = ANY($1::text[]) AND ${isInOpenState}`,
};

const ownOpenPart = (more: string): string =>
  `EXISTS (SELECT 1 FROM ticket.assignment p WHERE p.ticket_id = t.id AND p.department_id = ANY($1::uuid[]) AND ${openPartOf('p')} AND ${more})`;

const ownRow = (table: string, states: string): string =>
  `EXISTS (SELECT 1 FROM ticket.${table} r WHERE r.ticket_id = t.id AND r.department_id = ANY($1::uuid[]) AND r.${states})`;

/** Which of these tickets `t` a figure counts, beside those by state; `$1` are those that end, `$2` their heirs. */
export const workFigures = {
  coHandling: ownOpenPart(`p.role = 'co-handler' AND p.parent_id IS NULL`),
  handedOn: ownOpenPart('p.parent_id IS NOT NULL'),
  extensions: ownRow('extension', `state IN ('pending')`),
  holds: ownRow('hold', `state IN ('pending', 'open')`),
  signOffs: ownRow('sign_off', `state IN ('waiting')`),
  supervisions: ownRow('supervision', openOrders),
  joined: `(SELECT count(*) > 1 FROM ticket.assignment p WHERE p.ticket_id = t.id AND p.ended_at IS NULL
     AND p.department_id = ANY($1::uuid[] || $2::uuid[]))`,
} as const satisfies Partial<Record<ReorganisationFigure, string>>;

export type WorkFigure = keyof typeof workFigures;
export const workFigureNames = Object.keys(workFigures) as WorkFigure[];
export const isWorkFigure = (figure: string): figure is WorkFigure => Object.hasOwn(workFigures, figure);
