import type { MessageKind } from '#ticket/message-kind';
import {
  isWorthResending,
  withheldReasons,
  type MessageProvider,
  type MessageState,
  type WithheldReason,
} from '#ticket/message-state';
import { segmentsOf } from '#ticket/message-text';
import type { RouteAnswer } from '#http-api/routes';
import { maskPhone } from '#ticket/masks';
import { openContact } from '#store/citizen';
import type { KeyRing } from '#store/key-ring';
import { seesAll, type Caller } from '#platform/caller';
import { mayTellCode } from '#platform/ticket-views';

type MessageView = RouteAnswer<'GET /api/messages'>['items'][number];

/** A message as lists read it, with the contact it is for as it is kept. */
export interface MessageRow {
  [column: string]: unknown;
  readonly id: string;
  readonly ticketId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly kind: MessageKind;
  readonly state: MessageState;
  readonly at: Date;
  readonly nextAt: Date | null;
  readonly attempts: number;
  readonly sending: number;
  readonly reason: string | null;
  readonly text: string | null;
  readonly provider: MessageProvider | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  /** Of an erased one there is nobody left to send it to. */
  readonly hasCitizen: boolean;
  readonly sealed: Buffer | null;
  readonly wrapped_key: Buffer | null;
}

/** The columns of `m`, a message; `t`, its ticket; and `c`, whom it is for. */
export const messageColumns = `m.id, m.ticket_id AS "ticketId", t.number, t.tracking_code AS "trackingCode", m.kind, m.state, m.at,
  m.next_at AS "nextAt", m.attempts, m.sending, m.reason, m.text, m.provider, m.sent_at AS "sentAt",
  m.delivered_at AS "deliveredAt", m.citizen_id IS NOT NULL AS "hasCitizen", c.sealed, c.wrapped_key`;

/** A department is not told whom it went to; the code in a text is shown to those alone who may read it out. */
export function messageView(row: MessageRow, keys: KeyRing, caller: Caller): MessageView {
  const { sealed, wrapped_key, trackingCode, at, nextAt, sentAt, deliveredAt, text, reason, hasCitizen, ...plain } =
    row;
  const contact = seesAll(caller) && sealed && wrapped_key ? openContact(keys, { sealed, wrapped_key }) : null;
  return {
    ...plain,
    at: at.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    reason: reason === null ? null : reasonWords(reason),
    phone: contact?.phone ? maskPhone(contact.phone) : null,
    text: text === null || mayTellCode(caller) ? text : text.replaceAll(trackingCode, '〔查询码〕'),
    segments: text === null ? 0 : segmentsOf(text),
    worthResending: hasCitizen && isWorthResending(row.state, reason),
  };
}

/** What the house decided stands there by its code, what went wrong outside in words. */
const reasonWords = (reason: string): string =>
  reason in withheldReasons ? withheldReasons[reason as WithheldReason].label : reason;
