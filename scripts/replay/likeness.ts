import type { Channel } from '#ticket/channel';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';

/** What a plot needs of its ticket; everything it leaves open is drawn. */
export interface Likeness {
  readonly type?: TicketType;
  readonly urgency?: Urgency;
  readonly channel?: Channel;
  /** A citizen with a number, on a channel where people are called back. */
  readonly callable?: true;
  /** Settled in the call itself. */
  readonly atOnce?: 'answered' | 'referred';
  /** Kept away from routing. */
  readonly held?: true;
  /** Of another system that judges our answer. */
  readonly fromAbove?: true;
  /** Registered without saying where. */
  readonly placeless?: true;
}

/** How often ordinary tickets are of each kind; a praise has a plot of its own. */
export const usualTypes = {
  help: 40,
  complaint: 26,
  consultation: 16,
  suggestion: 8,
  report: 6,
  other: 4,
} as const satisfies Partial<Record<TicketType, number>>;

export const usualUrgencies = { normal: 93, urgent: 6, critical: 1 } as const satisfies Record<Urgency, number>;

export const usualChannels = {
  phone: 55,
  wechat: 15,
  web: 10,
  app: 8,
  'walk-in': 4,
  'leader-mailbox': 4,
  forum: 2,
  weibo: 2,
} as const satisfies Partial<Record<Channel, number>>;

/** Of a hundred citizens whom nobody insists on knowing, how many say no name. */
export const anonymousShare = 0.03;
