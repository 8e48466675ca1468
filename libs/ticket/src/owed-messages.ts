import { channels } from './channel';
import type { Line } from './line';
import { messageKindNames, messageKindRow, type MessageKind } from './message-kind';
import type { Ticket } from './ticket';

/** A message that a move makes due; a ticket has none twice with the same `kind` and `occurrence`. */
export interface OwedMessage {
  readonly kind: MessageKind;
  /** The round, the line, or 0 where it is said once. */
  readonly occurrence: number;
  readonly seq: number;
  readonly at: Date;
}

/**
 * Whether whoever asked is told by message at all: somebody who wants an answer, can be reached, came by a way that is
 * not answered in public, and to us. Who came to a superior hears from it; a restricted caller waits for a shift-lead.
 */
export const isToldByMessage = (ticket: Ticket): boolean =>
  ticket.expectsReply &&
  ticket.reachable &&
  ticket.citizenId !== null &&
  !ticket.anonymous &&
  !ticket.imported &&
  !ticket.restricted &&
  ticket.upstreamSystem === null &&
  channels[ticket.channel].messages;

/** What these lines make due, of the ticket as they left it. */
export function owedMessages(ticket: Ticket, lines: readonly Pick<Line, 'name' | 'seq' | 'at'>[]): OwedMessage[] {
  if (!isToldByMessage(ticket)) return [];
  return lines.flatMap(({ name, seq, at }) =>
    messageKindNames
      .filter((kind) => isDue(kind, name, ticket))
      .map((kind) => ({ kind, occurrence: occurrenceOf(kind, ticket, seq), seq, at })),
  );
}

function isDue(kind: MessageKind, name: Line['name'], ticket: Ticket): boolean {
  const { on, when } = messageKindRow(kind);
  return on.includes(name) && (when?.(ticket) ?? true);
}

function occurrenceOf(kind: MessageKind, { round }: Ticket, seq: number): number {
  const { once } = messageKindRow(kind);
  if (once === 'ticket') return 0;
  return once === 'round' ? round : seq;
}
