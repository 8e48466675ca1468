import { createHash } from 'node:crypto';
import type { Line } from '#ticket/line';
import { canonicalJson } from './canonical-json';
import type { RowTable } from './ticket-rows';
import { appealsTold } from './told-rows/appeals-told';
import { callbackAttemptsTold } from './told-rows/callback-attempts-told';
import { copiesTold } from './told-rows/copies-told';
import { attachmentsTold } from './told-rows/attachments-told';
import { extensionsTold } from './told-rows/extensions-told';
import { holdsTold } from './told-rows/holds-told';
import { lookMoves, looksTold } from './told-rows/looks-told';
import { ratingsTold } from './told-rows/ratings-told';
import { returnsTold } from './told-rows/returns-told';
import { rungsTold } from './told-rows/rungs-told';
import { signOffsTold } from './told-rows/sign-offs-told';
import { supervisionsTold } from './told-rows/supervisions-told';
import { supervisionColumns } from './supervision-rows';
import type { RowsTold } from './told-rows/told-row';

interface KeptTable {
  /** What a row of it is called. */
  readonly name: string;
  /** Lines that add a row; without one of them, and without a row, there is nothing to compare. */
  readonly addedBy: readonly Line['name'][];
  /** The rows that a ticket's lines tell of. */
  readonly told: RowsTold;
  /** Its columns, as far as lines tell them; bigint comes back as text otherwise. */
  readonly columns: string;
  /** Rows that stand beside no history are left out. */
  readonly only?: string;
  /** What of a row's columns is compared as something else than it is. */
  readonly compared?: (row: Record<string, unknown>) => Record<string, unknown>;
}

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/**
 * What history tells of the rows beside a ticket: a table that moves add rows to does not compile until its rows are told
 * here. Rungs are added by marks, and by clocks that begin.
 */
export const rowsTold = {
  'ticket.rating': {
    name: 'rating',
    addedBy: ['rate', 'importHistory'],
    told: ratingsTold,
    columns:
      'id, round, source, contacted, solved, satisfaction, comment, merged, judged_reasonable, by_account, at, number_changed',
  },
  'ticket.return_request': {
    name: 'return',
    addedBy: ['return'],
    told: returnsTold,
    columns: 'assignment_id, department_id, reason_code, basis, state, needs_arbitration, asked_at, decided_at',
  },
  'ticket.callback_attempt': {
    name: 'callback attempt',
    addedBy: ['callbackAttempt'],
    told: callbackAttemptsTold,
    columns: 'round, outcome, appointment_at, by_account, at',
  },
  'ticket.look': {
    name: 'look',
    addedBy: lookMoves,
    told: looksTold,
    columns: 'account_id, kind, at',
    // What leaves in a list is told by one administrative event.
    only: `kind <> 'export'`,
  },
  'ticket.third_party_copy': {
    name: 'third-party copy',
    addedBy: ['thirdPartyCopy'],
    told: copiesTold,
    columns: 'id, seq, number, recipient, purpose, printed, sha256, by_account, at',
    compared: (row) => ({ ...row, printed: sha256(row.printed) }),
  },
  'ticket.attachment': {
    name: 'attachment',
    addedBy: ['attach'],
    told: attachmentsTold,
    columns:
      'id, kind, name, media_type, bytes::float8 AS bytes, sha256, key, from_citizen, shared, by_actor, at, taken_at, taken_place',
  },
  'ticket.supervision': {
    name: 'supervision order',
    addedBy: ['supervise'],
    told: supervisionsTold,
    columns: `${supervisionColumns}, printed`,
    compared: (row) => ({ ...row, printed: row.printed && sha256(row.printed) }),
  },
  'ticket.extension': {
    name: 'extension',
    addedBy: ['requestExtension', 'requestCoExtension'],
    told: extensionsTold,
    columns:
      'id, assignment_id, department_id, kind, due_at, until, reason, basis, attachment_ids, state, asked_by, asked_at, decided_by, decided_at, note',
  },
  'ticket.hold': {
    name: 'hold',
    addedBy: ['requestHold'],
    told: holdsTold,
    columns:
      'id, assignment_id, department_id, plan, responsible, review_at, state, asked_by, asked_at, decided_by, decided_at, note, ended_at',
  },
  'ticket.appeal': {
    name: 'appeal',
    addedBy: ['appeal'],
    told: appealsTold,
    columns:
      'id, assignment_id, department_id, round, reason, attachment_ids, state, asked_by, asked_at, decided_by, decided_at, note',
  },
  'ticket.sign_off': {
    name: 'sign-off',
    addedBy: ['draftReply', 'askSignature'],
    told: signOffsTold,
    columns:
      'id, assignment_id, department_id, kind, state, asked_by, asked_at, decided_by, decided_for, decided_at, note',
  },
  'ticket.rung': {
    name: 'rung',
    addedBy: ['mark'],
    told: rungsTold,
    // What tells one from another comes first. Who was told of it, and by which row of the ladder it came, no line says.
    columns: 'clock_id, rung, generation, kind, assignment_id, due_at, fired_at',
  },
} as const satisfies Record<RowTable | 'ticket.rung', KeptTable>;

export type ToldTable = keyof typeof rowsTold;
export const toldTables = Object.keys(rowsTold) as ToldTable[];
export const keptTable = (table: ToldTable): KeptTable => rowsTold[table];
