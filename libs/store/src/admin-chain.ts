import type { AdminAction, AdminSubject } from '#ticket/admin-event';
import { chainLink, chainStart } from './chain-link';

/** A change to what an administrator keeps: users, trees, rules, calendars, limits, formulas, keys. */
export interface AdminChange {
  readonly subject: AdminSubject;
  /** What names it: an id, a code, a year. */
  readonly subjectId: string;
  readonly action: AdminAction;
  /** Its fields as they were and as they are; null where there was or is nothing. No secret stands in them. */
  readonly before: object | null;
  readonly after: object | null;
}

/** A change as it is stored: who made it and when, chained to the change before. */
export interface AdminEvent extends AdminChange {
  readonly seq: number;
  readonly at: Date;
  /** A user's id, or `system`. */
  readonly actor: string;
  readonly hash: Buffer;
}

/** All administrative events are one chain, since they are few and made one at a time. */
export function chainAdminEvent(previous: Buffer, event: Omit<AdminEvent, 'hash'>): Buffer {
  const { seq, at, actor, subject, subjectId, action, before, after } = event;
  return chainLink(previous, [seq, at.toISOString(), actor, subject, subjectId, action, before, after]);
}

/** The first link that does not hold, in events that are read in their order from the first; null when all do. */
export function firstBrokenAdminLink(events: readonly AdminEvent[]): { seq: number; fault: string } | null {
  let last = chainStart;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, fault: 'an event is missing' };
    if (!chainAdminEvent(last, event).equals(event.hash)) return { seq: event.seq, fault: 'the hash does not follow' };
    last = event.hash;
  }
  return null;
}
