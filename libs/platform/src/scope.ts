import { seesAll, type Caller } from './caller';

/**
 * What the caller may see, as an SQL condition on `ticket.ticket t`: everything, or the tickets in which the own
 * department or one below it has a part. Lists, counts, reads and live events all pass through here.
 */
export function inScope(caller: Caller, values: unknown[]): string {
  if (seesAll(caller)) return 'true';
  values.push(caller.departmentIds);
  return `EXISTS (SELECT 1 FROM ticket.assignment s WHERE s.ticket_id = t.id AND s.department_id = ANY($${values.length}))`;
}
