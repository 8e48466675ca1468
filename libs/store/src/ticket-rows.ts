import type { CallbackOutcome } from '#ticket/callback-outcome';
import type { Rating } from '#ticket/rating';
import type { RecordTable } from './insert-records';

/** Tables beside the ticket to which a move adds rows: all of them stay, whatever becomes of the ticket. */
export type RowTable = Extract<
  RecordTable,
  | 'ticket.rating'
  | 'ticket.return_request'
  | 'ticket.callback_attempt'
  | 'ticket.look'
  | 'ticket.third_party_copy'
  | 'ticket.attachment'
  | 'ticket.supervision'
  | 'ticket.extension'
  | 'ticket.hold'
  | 'ticket.appeal'
  | 'ticket.sign_off'
>;

/** Rows by their columns, of the tables of these names. What was suggested is no part of what happened to the ticket. */
export type TicketRows = Readonly<Record<RowTable | 'ticket.suggestion', readonly object[]>>;

/** A rating; its round's verdict comes later. */
export const ratingRow = (
  ticketId: string,
  given: {
    id: string;
    rating: Rating;
    comment?: string;
    round: number;
    merged: boolean;
    by: string;
    at: Date;
    numberChanged: boolean;
  },
) => ({
  ticket_id: ticketId,
  id: given.id,
  round: given.round,
  source: given.rating.source,
  contacted: given.rating.contacted,
  solved: given.rating.solved,
  satisfaction: given.rating.satisfaction,
  comment: given.comment ?? null,
  merged: given.merged,
  judged_reasonable: null as boolean | null,
  by_account: given.by,
  at: given.at,
  number_changed: given.numberChanged,
});

/** An attempt to reach the citizen. */
export const attemptRow = (
  ticketId: string,
  made: { id: string; round: number; outcome: CallbackOutcome; appointmentAt?: Date; by: string; at: Date },
) => ({
  ticket_id: ticketId,
  id: made.id,
  round: made.round,
  outcome: made.outcome,
  appointment_at: made.appointmentAt ?? null,
  by_account: made.by,
  at: made.at,
});

/** A department asks to return a ticket (申请退单). One that nobody decided lapses when the ticket leaves (write-move.ts). */
export const returnRow = (
  ticketId: string,
  asked: {
    id: string;
    assignmentId: string;
    departmentId: string;
    reasonCode: string;
    basis: string;
    needsArbitration: boolean;
    at: Date;
  },
) => ({
  ticket_id: ticketId,
  id: asked.id,
  assignment_id: asked.assignmentId,
  department_id: asked.departmentId,
  reason_code: asked.reasonCode,
  basis: asked.basis,
  state: 'pending',
  needs_arbitration: asked.needsArbitration,
  asked_at: asked.at,
  decided_at: null as Date | null,
});

/** What was issued for a third party, as it left the house: `sha256` is that of `printed` in canonical JSON. */
export const copyRow = (
  ticketId: string,
  issued: {
    id: string;
    seq: number;
    number: string;
    recipient: string;
    purpose: string;
    printed: object;
    sha256: string;
    by: string;
    at: Date;
  },
) => ({
  ticket_id: ticketId,
  id: issued.id,
  seq: issued.seq,
  number: issued.number,
  recipient: issued.recipient,
  purpose: issued.purpose,
  printed: issued.printed,
  sha256: issued.sha256,
  by_account: issued.by,
  at: issued.at,
});
