import { documentNumber } from '#ticket/document-number';
import { supervisionStates, type SupervisionState } from '#ticket/supervision';
import type { RouteAnswer } from '#http-api/routes';
import { seesAll, type Caller } from './caller';

type Summary = RouteAnswer<'GET /api/tickets/:id'>['supervisions'][number];

/** As `json_agg` gives it: instants are text. */
export interface SupervisionJson {
  readonly id: string;
  readonly state: SupervisionState;
  readonly level: Summary['level'];
  readonly cause: Summary['cause'];
  readonly department_id: string;
  readonly series: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly due_at: string | null;
}

/** Its clock, of which the answer is due; before it runs, the date that was given. */
export const supervisionClock = `ticket.clock k ON k.ticket_id = v.ticket_id AND k.key = 'supervision:' || v.id`;

/** The orders on `ticket.ticket t`. */
export const supervisionsOfPage = `(SELECT json_agg(g ORDER BY g.id) FROM (
  SELECT v.id, v.state, v.level, v.cause, v.department_id, v.series, v.year, v.number, coalesce(k.due_at, v.due_at) AS due_at
  FROM ticket.supervision v LEFT JOIN ${supervisionClock} WHERE v.ticket_id = t.id
) g)`;

/** 武热督〔2026〕12号 */
export const numberOf = ({
  series,
  year,
  number,
}: Pick<SupervisionJson, 'series' | 'year' | 'number'>): string | null =>
  series !== null && year !== null && number !== null ? documentNumber(series, year, number) : null;

/** A department's are those addressed to it, once they are signed: the same as its list shows (scope.ts). */
export const supervisionSummaries = (
  orders: readonly SupervisionJson[],
  caller: Caller,
  nameOf: (departmentId: string) => string,
): Summary[] =>
  orders
    .filter(({ state, department_id: id }) => seesAll(caller) || isShown(state, id, caller))
    .map(({ id, state, level, cause, department_id, due_at, ...numbered }) => ({
      id,
      documentNumber: numberOf(numbered),
      state,
      level,
      cause,
      mainTo: { id: department_id, name: nameOf(department_id) },
      dueAt: due_at && new Date(due_at).toISOString(),
    }));

const isShown = (state: SupervisionState, departmentId: string, { departmentIds }: Caller): boolean =>
  supervisionStates[state].shown && departmentIds.includes(departmentId);
