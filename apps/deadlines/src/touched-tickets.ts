import { openStates } from '#ticket/state';
import type { Touches } from './rule-change';

/** A SELECT of the ids of tickets that a change can touch, each once. Its values are pushed onto `values`. */
export function touchedTickets(touches: Touches, values: unknown[]): string {
  switch (touches.by) {
    case 'days':
      return overDays(touches.days, values);
    case 'offices':
      return ofOffices(touches.departmentIds, values);
    case 'ladder':
      return onLadder(touches, values);
    case 'class':
      return ofClass(touches, values);
  }
}

const running = `SELECT ticket_id AS id FROM ticket.clock WHERE state = 'running'`;

function ofOffices(departmentIds: readonly string[] | null, values: unknown[]): string {
  const distinct = running.replace('SELECT', 'SELECT DISTINCT');
  if (!departmentIds) return distinct;
  return `SELECT DISTINCT a.ticket_id AS id FROM ticket.assignment a
    WHERE a.department_id = ANY($${values.push(departmentIds)}::uuid[])
      AND EXISTS (SELECT 1 FROM ticket.clock c WHERE c.ticket_id = a.ticket_id AND c.assignment_id = a.id AND c.state = 'running')`;
}

/**
 * A clock asks the calendar for the days from its start to its due time, and up to a superior's date where there is one.
 * The first condition of each is for its index.
 */
function overDays(days: readonly string[], values: unknown[]): string {
  const unknown = `SELECT ticket_id AS id FROM ticket.dead_letter WHERE service = 'deadlines' AND ticket_id IS NOT NULL`;
  if (days.length === 0) return unknown.replace('SELECT', 'SELECT DISTINCT');
  const at = `$${values.push(days)}::date[]`;
  const first = `(SELECT min(day) FROM unnest(${at}) day)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  const crosses = (from: string, to: string) =>
    `EXISTS (SELECT 1 FROM unnest(${at}) day WHERE day BETWEEN ${shanghaiDay(from)} AND ${shanghaiDay(to)})`;
  const open = `$${values.push(openStates)}::text[]`;
  return `
    ${running} AND due_at >= ${first} AND ${crosses('started_at', 'due_at')}
    UNION SELECT id FROM ticket.ticket WHERE upstream_due_at IS NOT NULL AND state = ANY(${open})
      AND ${crosses('registered_at', 'upstream_due_at')}
    UNION ${unknown}`;
}

const shanghaiDay = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

/** Open tickets of a class, and those that have ended and still have a clock that runs: a judgement, a co-handler's. */
function ofClass({ type, urgencies, categories }: Extract<Touches, { by: 'class' }>, values: unknown[]): string {
  const open = `$${values.push(openStates)}::text[]`;
  const conditions = [
    ...(type === null ? [] : [`(t.type = $${values.push(type)} OR t.limit_class = $${values.length})`]),
    // A praise is dealt with as an ordinary ticket, however urgent somebody called it.
    ...(urgencies === null ? [] : [`(t.urgency = ANY($${values.push(urgencies)}::text[]) OR t.type = 'praise')`]),
    ...(categories === null ? [] : [`t.category_code = ANY($${values.push(categories)}::text[])`]),
  ];
  return `SELECT t.id FROM ticket.ticket t
    JOIN (${running} UNION SELECT id FROM ticket.ticket WHERE state = ANY(${open})) o ON o.id = t.id
    ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`;
}

/** Whoever climbs a ladder: an ended ticket may still have a clock that runs. */
const onLadder = ({ clocks, urgency }: Extract<Touches, { by: 'ladder' }>, values: unknown[]): string =>
  `SELECT t.id FROM ticket.ticket t WHERE t.urgency = $${values.push(urgency)}
     AND t.id IN (${running} AND kind = ANY($${values.push(clocks)}::text[]))`;
