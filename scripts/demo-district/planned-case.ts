import type { Channel } from '#ticket/channel';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import type { Habits } from './habits';

/** Who settles it: the hotline on the call, the authority it is referred to, or a department. */
export type Way = 'on-call' | 'referred' | 'dispatched';

/**
 * How it ends: the citizen takes it back, or somebody still has it in hand, so that it is not handled; or it is closed,
 * and the citizen has said to be dissatisfied, or has not.
 */
export type Ending = 'withdrawn' | 'in-hand' | 'dissatisfied' | 'not-dissatisfied';

/** One ticket of the simulated period: who asks for what, when, and what is to become of it. */
export interface PlannedCase {
  readonly index: number;
  readonly at: Date;
  readonly caller: number;
  readonly anonymous: boolean;
  readonly categoryCode: string;
  readonly areaCode: string;
  readonly type: TicketType;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly words: string;
  readonly way: Way;
  /** The code of the department that is to lead it. */
  readonly lead: string;
  readonly habits: Habits;
  readonly ending: Ending;
}
