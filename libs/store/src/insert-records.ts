import { assignmentInserts, assignmentUpdates } from './assignment-columns';
import { clockColumns, dueColumns } from './clock-rows';
import { actedOn } from './suggestion-rows';
import { rungColumns } from './rung-rows';
import { supervisionColumns } from './supervision-rows';
import { ticketColumns } from './ticket-columns';

/** The tables that take JSON records, and the columns of a record. */
export const recordColumns = {
  'ticket.ticket_key': 'kind, value, reference, digest, created_at',
  'ticket.citizen': 'id, phone_hash, sealed, wrapped_key',
  'ticket.ticket': `${Object.values(ticketColumns).join(', ')}, head, due_at, promised_at, alert, clocks_seq, searched_version`,
  'ticket.history': 'ticket_id, seq, at, actor, name, "from", "to", data, text, text_digest, hash',
  'ticket.outbox': 'lane, event, ticket_id, seq, at',
  'ticket.assignment': `${assignmentInserts}, due_at, alert, nudges`,
  'ticket.clock': clockColumns,
  'ticket.clock_due': dueColumns,
  'ticket.rung': `${rungColumns}, told_at, drafted_at`,
  'ticket.rating':
    'ticket_id, id, round, source, contacted, solved, satisfaction, comment, merged, judged_reasonable, by_account, at, number_changed',
  'ticket.return_request':
    'ticket_id, id, assignment_id, department_id, reason_code, basis, state, needs_arbitration, asked_at, decided_at',
  'ticket.extension':
    'ticket_id, id, assignment_id, department_id, kind, due_at, until, reason, basis, attachment_ids, approver, state, asked_by, asked_at, decided_by, decided_at, note',
  'ticket.hold':
    'ticket_id, id, assignment_id, department_id, plan, responsible, review_at, state, asked_by, asked_at, decided_by, decided_at, note, ended_at',
  'ticket.appeal':
    'ticket_id, id, assignment_id, department_id, round, reason, attachment_ids, state, asked_by, asked_at, decided_by, decided_at, note',
  'ticket.sign_off':
    'ticket_id, id, assignment_id, department_id, kind, asked, state, asked_by, asked_at, decided_by, decided_for, decided_at, note',
  'ticket.callback_attempt': 'ticket_id, id, round, outcome, appointment_at, by_account, at',
  'ticket.look': 'id, ticket_id, account_id, kind, at',
  'ticket.attachment':
    'ticket_id, id, kind, name, media_type, bytes, sha256, key, width, height, has_thumbnail, from_citizen, shared, by_actor, at, taken_at, taken_place',
  'ticket.issue_owed': 'ticket_id',
  'ticket.count_owed': 'ticket_id',
  'ticket.order_owed': 'ticket_id, cause, round, at',
  'ticket.feedback': 'ticket_id, system, owed_seq, told_seq, next_try_at, attempts',
  'ticket.message': 'id, ticket_id, kind, occurrence, seq, at, citizen_id, next_at',
  'ticket.supervision': supervisionColumns,
  'ticket.suggestion':
    'ticket_id, round, suggested_at, category_version, department_version, categories, departments, likeliest_category, likeliest_department, is_automatic, lead_id, department_id, category_code, decided_by, decided_at',
  'ticket.third_party_copy': 'ticket_id, id, seq, number, recipient, purpose, printed, sha256, by_account, at',
} as const satisfies Record<string, string>;

export type RecordTable = keyof typeof recordColumns;

/** Records by their columns, of the tables of these names. */
export type Records = Partial<Record<RecordTable, readonly object[]>>;

/** A citizen may be known, a part of a ticket may have changed, a message is said once, an order owed once, and a round's first decision stands; everything else is new. */
const known: Partial<Record<RecordTable, string>> = {
  'ticket.citizen': ' ON CONFLICT (id) DO NOTHING',
  'ticket.assignment': ` ON CONFLICT (ticket_id, id) DO UPDATE SET ${assignmentUpdates}`,
  'ticket.message': ' ON CONFLICT (ticket_id, kind, occurrence) DO NOTHING',
  'ticket.order_owed': ' ON CONFLICT (ticket_id, cause, round) DO NOTHING',
  'ticket.suggestion': ` ON CONFLICT (ticket_id, round) DO UPDATE SET ${actedOn} WHERE stored.decided_at IS NULL`,
};

/**
 * The parts of one statement that insert these records, and their parameters, of which `parameters` stand before them.
 * As json, which is read once, where jsonb would be made first. Tables that get nothing are left out: opening one costs
 * as much as a look-up. `joined` is another part of the statement; nothing is inserted when that finds nothing.
 */
export function insertions(
  records: Records,
  { parameters, joined }: { parameters: number; joined?: string },
): { parts: string[]; values: string[] } {
  const filled = (Object.entries(records) as [RecordTable, readonly object[]][]).filter(([, rows]) => rows.length > 0);
  const parts = filled.map(([table], index) => {
    const columns = recordColumns[table];
    const from = `json_populate_recordset(null::${table}, $${parameters + index + 1})${joined ? `, ${joined}` : ''}`;
    return `written${index} AS (INSERT INTO ${table} AS stored (${columns}) SELECT ${columns} FROM ${from}${known[table] ?? ''})`;
  });
  return { parts, values: filled.map(([, rows]) => JSON.stringify(rows)) };
}
