import { setImmediate } from 'node:timers/promises';
import { alikeGroups } from '#ticket/alike-texts';
import type { Sql } from '#store/sql';
import type { Find, FoundSign, Looked } from './found-sign';

interface Reply {
  [column: string]: unknown;
  ticketId: string;
  at: Date;
  text: string;
}

/** So many of a department's newest answers are compared. */
const comparedReplies = 500;

/** What everybody is told of a hot issue is no copy, and neither is what was answered at once. */
const text = `SELECT a.ticket_id AS "ticketId", a.submitted_at AS at, a.reply ->> 'publicText' AS text
FROM ticket.assignment a JOIN ticket.ticket t ON t.id = a.ticket_id
WHERE a.department_id = $3 AND a.dispatched_at > $1 AND a.submitted_at <= $2 AND a.role = 'lead' AND a.parent_id IS NULL
  AND a.reply ->> 'publicText' IS NOT NULL AND a.reply ->> 'batchId' IS NULL AND t.issue_id IS NULL AND NOT t.imported
ORDER BY a.dispatched_at DESC, a.id DESC LIMIT ${comparedReplies}`;

/** Answers to what was dispatched within the days, department by department; others are served between two of them. */
export const copiedReplies: Find = async (sql, looked) => {
  const found: FoundSign[] = [];
  for (const { id } of await sql.query<{ id: string }>('SELECT id FROM ticket.department', [])) {
    found.push(...(await ofOne(sql, looked, id)));
    await setImmediate();
  }
  return found;
};

async function ofOne(sql: Sql, { since, until, leastTickets, limitValue }: Looked, id: string): Promise<FoundSign[]> {
  const replies = await sql.query<Reply>(text, [since, until, id]);
  const share = (limitValue ?? 100) / 100;
  const groups = alikeGroups(
    replies.map((each) => each.text),
    share,
  ).map((places) => places.flatMap((place) => replies[place] ?? []));
  const copied = groups.flat();
  const ticketIds = [...new Set(copied.map(({ ticketId }) => ticketId))];
  if (ticketIds.length < leastTickets) return [];
  const instants = copied.map(({ at }) => at).sort((left, right) => left.getTime() - right.getTime());
  const [firstAt = since, lastAt = until] = [instants[0], instants.at(-1)];
  const most = Math.max(...groups.map((group) => group.length));
  const why = `比对${replies.length}份答复，${ticketIds.length}件雷同，分${groups.length}组，最多一组${most}件`;
  return [{ subject: id, departmentId: id, accountId: null, ticketIds, firstAt, lastAt, why }];
}
