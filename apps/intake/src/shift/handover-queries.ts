import type { HandoverKind } from '#ticket/duty';
import { isOpenTicket } from '#store/open-tickets';
import { outboxLanes } from '#store/write-new-tickets';

/** A row of a hand-over as the database has it; a ticket's title still has to lose its citizen. */
export interface FoundItem {
  [column: string]: unknown;
  /** What names it beside its kind. */
  key: string;
  ticketId: string | null;
  number: string | null;
  title: string;
  state: string | null;
  lead: string | null;
  holder: string | null;
  dueAt: Date | null;
  lastContactAt: Date | null;
  sealed: Buffer | null;
  wrappedKey: Buffer | null;
}

/** A ticket, who leads it and when they spoke with the citizen last; `due` is the time that matters here. */
const ticketItem = (due: string, from: string): string => `
SELECT t.id::text AS key, t.id AS "ticketId", t.number, t.title, t.state,
  (SELECT d.name FROM ticket.department d WHERE d.id = t.lead_department_id) AS lead, NULL::text AS holder, ${due} AS "dueAt",
  (SELECT max(a.contacted_at) FROM ticket.assignment a WHERE a.ticket_id = t.id) AS "lastContactAt",
  c.sealed, c.wrapped_key AS "wrappedKey"
FROM ${from} LEFT JOIN ticket.citizen c ON c.id = t.citizen_id`;

/** Something that is no ticket. */
const otherItem = (columns: string, from: string): string => `
SELECT ${columns}, NULL::uuid AS "ticketId", NULL::text AS number, NULL::text AS state, NULL::text AS lead,
  NULL::timestamptz AS "lastContactAt", NULL::bytea AS sealed, NULL::bytea AS "wrappedKey" FROM ${from}`;

/** When the event was written that waits longest: a lane is read from its oldest on, and none hides another. */
const waitsLongest = `(SELECT min(first.at) AS at FROM unnest(ARRAY[${outboxLanes.join(', ')}]) AS each(lane)
  CROSS JOIN LATERAL (SELECT e.at FROM ticket.outbox e WHERE e.lane = each.lane ORDER BY e.id LIMIT 1) first)`;

/** An appointment is kept or missed by the next attempt. */
const noLaterAttempt = `NOT EXISTS (SELECT 1 FROM ticket.callback_attempt l WHERE l.ticket_id = a.ticket_id AND l.at > a.at)`;

/**
 * What each kind lists: `$1` is now, `$2` when the next shift ends, `$3` how many at most; those that matter first. Each is
 * found by an index that holds open things only.
 */
export const handoverQueries: Readonly<Record<HandoverKind, string>> = {
  emergency: `${ticketItem('t.due_at', 'ticket.ticket t')}
    WHERE t.urgency <> 'normal' AND ${isOpenTicket} AND $1::timestamptz IS NOT NULL AND $2::timestamptz IS NOT NULL
    ORDER BY t.urgency, coalesce(t.due_at, 'infinity'), t.id LIMIT $3`,
  appointment: `${ticketItem('a.appointment_at', 'ticket.callback_attempt a JOIN ticket.ticket t ON t.id = a.ticket_id')}
    WHERE a.appointment_at IS NOT NULL AND a.appointment_at > $1::timestamptz - interval '31 days' AND a.appointment_at < $2
      AND t.state = 'callback' AND ${noLaterAttempt}
    ORDER BY a.appointment_at, t.id LIMIT $3`,
  promised: `${ticketItem('t.promised_at', 'ticket.ticket t')}
    WHERE t.promised_at IS NOT NULL AND ${isOpenTicket} AND t.promised_at < $2 AND $1::timestamptz IS NOT NULL
    ORDER BY t.promised_at, t.id LIMIT $3`,
  'missed-call': `${otherItem(
    `(array_agg(m.id ORDER BY m.id))[1]::text AS key, '未接来电' || count(*) || '次，已回拨' || max(m.call_backs) || '次' AS title,
     NULL::text AS holder, min(m.first_at) AS "dueAt"`,
    'intake.call m',
  )}
    WHERE m.done_at IS NULL AND m.state = 'missed' AND m.first_at <= $1 AND $2::timestamptz IS NOT NULL
    GROUP BY coalesce(encode(m.phone_hash, 'hex'), m.id::text) ORDER BY min(m.first_at), 1 LIMIT $3`,
  draft: `${otherItem(
    `d.id::text AS key, CASE WHEN d.call_id IS NULL THEN '未登记的草稿' ELSE '来电后未登记的草稿' END AS title,
     (SELECT a.name FROM ticket.account a WHERE a.id = d.account_id) AS holder, NULL::timestamptz AS "dueAt"`,
    'intake.draft d',
  )}
    WHERE $1::timestamptz IS NOT NULL AND $2::timestamptz IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ticket.ticket_key k WHERE k.kind = 'idempotency' AND k.value = 'draft/' || d.id)
    ORDER BY d.id LIMIT $3`,
  'routing-held': `${ticketItem('t.due_at', 'ticket.ticket t')}
    WHERE t.routing_held AND t.state = 'registered' AND $1::timestamptz IS NOT NULL AND $2::timestamptz IS NOT NULL
    ORDER BY t.id LIMIT $3`,
  'dead-letter': `${otherItem(
    `l.service || '/' || l.event AS key, l.service || '：' || l.event || '，' || count(*) || '件' AS title, '系统管理员' AS holder,
     min(l.failed_at) AS "dueAt"`,
    'ticket.dead_letter l',
  )}
    WHERE l.requeued_at IS NULL AND l.failed_at <= $1 AND $2::timestamptz IS NOT NULL
    GROUP BY l.service, l.event ORDER BY min(l.failed_at), 1 LIMIT $3`,
  'untold-events': `${otherItem(
    `'outbox' AS key, '事件超过5分钟未送出' AS title, '系统管理员' AS holder, o.at AS "dueAt"`,
    `${waitsLongest} o`,
  )}
    WHERE o.at < $1::timestamptz - interval '5 minutes' AND $2::timestamptz IS NOT NULL LIMIT $3`,
  'failed-feedback': `${otherItem(
    `f.system AS key, f.system || '：' || count(*) || '件进展未送达' AS title, '系统管理员' AS holder, min(f.next_try_at) AS "dueAt"`,
    'ticket.feedback f',
  )}
    WHERE f.owed_seq > f.told_seq AND f.fault IS NOT NULL AND $1::timestamptz IS NOT NULL AND $2::timestamptz IS NOT NULL
    GROUP BY f.system ORDER BY f.system LIMIT $3`,
  'city-outage': matters("m.kind <> 'task'"),
  task: matters("m.kind = 'task'"),
};

/** Told by hand: the words are made from the row, which the query gives as JSON in `title`. */
function matters(condition: string): string {
  return `${otherItem(
    `m.id::text AS key, json_build_object('kind', m.kind, 'areaCode', m.area_code, 'text', m.text)::text AS title,
     (SELECT a.name FROM ticket.account a WHERE a.id = m.by_account) AS holder, m.until_at AS "dueAt"`,
    'intake.duty_matter m',
  )}
    WHERE m.ended_at IS NULL AND ${condition} AND $1::timestamptz IS NOT NULL AND $2::timestamptz IS NOT NULL
    ORDER BY m.id LIMIT $3`;
}
