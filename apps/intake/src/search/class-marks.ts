import type { Ticket } from '#ticket/ticket';
import { hashOf } from '#platform/search-grams';

/** What only an edit changes of how a ticket is classed, and what a search may be narrowed to. */
const marked = ['type', 'urgency', 'channel', 'categoryCode', 'areaCode'] as const satisfies (keyof Ticket)[];

export type Class = Pick<Ticket, (typeof marked)[number]>;

/**
 * A class as numbers, one for each thing that is known of it, which the index holds beside the grams: what a place's
 * name, a category and an area have in common it finds by itself, without a look at what any of them has alone. No gram
 * has an equals sign in it.
 */
export const classMarks = (known: Partial<Class>): number[] =>
  marked.flatMap((field) => {
    const value = known[field];
    return value === undefined || value === null ? [] : [hashOf(`${field}=${value}`)];
  });
