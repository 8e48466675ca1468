import type { TicketBody } from './ticket-body';

/** Channels whose answer is public, so that nobody is called (domain.md §1). */
const publicChannels: readonly string[] = ['weibo', 'forum'];

/** The replay's own idea of whether the citizen is called back, to hold against the hotline's. */
export const callbackAllowed = ({ type, channel, citizen }: TicketBody): boolean =>
  type !== 'praise' && !publicChannels.includes(channel) && !citizen?.anonymous && citizen?.phone !== undefined;
