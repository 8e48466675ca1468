import type { Line } from '#ticket/line';
import type { MessageKind } from '#ticket/message-kind';
import { owedMessages } from '#ticket/owed-messages';
import type { Ticket } from '#ticket/ticket';
import { uuidV7 } from './uuid-v7';

/** The messages that these lines make due; they commit with them. One that there is already is not made again. */
export const messageRows = (ticket: Ticket, lines: readonly Pick<Line, 'name' | 'seq' | 'at'>[]): object[] =>
  owedMessages(ticket, lines).map(({ kind, occurrence, seq, at }) => ({
    id: uuidV7(at),
    ticket_id: ticket.id,
    kind,
    occurrence,
    seq,
    at,
    citizen_id: ticket.citizenId,
    next_at: at,
  }));

/** By what a provider knows a message: the same whenever it is sent again, another one when a person has it sent anew. */
export const messageKeyOf = ({ id, sending }: { readonly id: string; readonly sending: number }): string =>
  `${id}-${sending}`;

/** What stands in such a key; null when it is none of ours. */
export function readMessageKey(key: string): { id: string; sending: number } | null {
  const [, id, sending] = /^([0-9a-f-]{36})-(\d{1,6})$/.exec(key) ?? [];
  return id && sending ? { id, sending: Number(sending) } : null;
}

/** A message that is being sent, until somebody else may take it up. */
export interface ClaimedMessage {
  [column: string]: unknown;
  readonly id: string;
  readonly ticketId: string;
  readonly kind: MessageKind;
  readonly seq: number;
  readonly at: Date;
  readonly attempts: number;
  readonly sending: number;
  /** What it said at an earlier attempt, which it says again. */
  readonly text: string | null;
  /** Since when it is tried: when its time came first. */
  readonly firstDueAt: Date;
}
