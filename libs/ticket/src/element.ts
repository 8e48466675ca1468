import type { Ticket } from './ticket';

/** 五要素: what a ticket needs before anybody can be sent (domain.md §2). */
export const elements = {
  who: { label: '何人' },
  when: { label: '何时' },
  where: { label: '何地' },
  cause: { label: '何因' },
  course: { label: '何果' },
} as const;

export type Element = keyof typeof elements;

type Described = Pick<Ticket, 'urgency' | 'citizenId' | 'anonymous' | 'areaCode' | 'address' | 'location' | 'content'>;

/**
 * The elements a ticket still lacks; a critical one needs only the place. Cause and course are told in one text, and
 * `occurredAt` defaults to now, so `when` is never missing by itself.
 */
export function missingElements(ticket: Described): Element[] {
  const missing: Element[] = [];
  const known = ticket.citizenId !== null || ticket.anonymous;
  if (!known && ticket.urgency !== 'critical') missing.push('who');
  if (!ticket.areaCode && !ticket.address && !ticket.location) missing.push('where');
  if (!ticket.content.trim() && ticket.urgency !== 'critical') missing.push('cause', 'course');
  return missing;
}
