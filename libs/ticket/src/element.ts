import type { Ticket } from './ticket';

/** 五要素: what a ticket needs before anybody can be sent (domain.md §2), and the fields that tell it. */
export const elements = {
  who: { label: '何人', fields: ['citizenId', 'anonymous'] },
  when: { label: '何时', fields: ['occurredAt'] },
  where: { label: '何地', fields: ['areaCode', 'address', 'location'] },
  cause: { label: '何因', fields: ['content'] },
  course: { label: '何果', fields: ['content'] },
} as const satisfies Record<string, { label: string; fields: readonly (keyof Ticket)[] }>;

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

/** Of the elements that were asked for, those of which this says nothing. */
export const unsaidElements = (asked: readonly Element[], said: object): Element[] =>
  asked.filter((element) => !elements[element].fields.some((field) => field in said));
