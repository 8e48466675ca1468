import type { Channel } from '#ticket/channel';
import type { Role } from '#ticket/role';
import { intakeDesk } from './routes/permits';

/** What only tickets of some channels carry, by its field, as a clerk calls it. */
export const carriedFields = {
  callId: { label: '通话编号' },
  post: { label: '帖文' },
  upstreamSystem: { label: '上级系统' },
  upstreamNumber: { label: '上级工单号' },
  upstreamDueAt: { label: '上级期限' },
  visitId: { label: '走访记录' },
} as const;

export type CarriedField = keyof typeof carriedFields;

/**
 * `must`: refused without it. `asked`: whoever registers by hand is asked for it, and a ticket that has none is taken
 * all the same. `may`: it comes by itself or not at all.
 */
export type Need = 'must' | 'asked' | 'may';

/** What a channel is to whoever brings its tickets. */
export interface ChannelNeeds {
  /** Who may register its tickets by hand. */
  readonly byHand: readonly Role[];
  /** What its tickets carry beyond the matter itself; what is not named here they may not. */
  readonly carries: Readonly<Partial<Record<CarriedField, Need>>>;
  /** Answered where everybody reads it: no ticket of it goes without a reply. */
  readonly publicReply?: true;
}

const plain = { byHand: intakeDesk, carries: {} } as const;
const posted = { byHand: intakeDesk, carries: { post: 'asked' }, publicReply: true } as const;
/** Theirs is the number, and the date by which they want our answer. */
const fromAbove = {
  byHand: intakeDesk,
  carries: { upstreamSystem: 'must', upstreamNumber: 'must', upstreamDueAt: 'may' },
} as const;

/** Every channel's needs: services check by them and the console asks by them. */
export const channelNeeds: Readonly<Record<Channel, ChannelNeeds>> = {
  phone: { byHand: intakeDesk, carries: { callId: 'may' } },
  web: plain,
  wechat: plain,
  app: plain,
  sms: plain,
  email: plain,
  letter: plain,
  'walk-in': plain,
  visit: { byHand: intakeDesk, carries: { visitId: 'may' } },
  weibo: posted,
  forum: posted,
  'leader-mailbox': plain,
  media: plain,
  // Theirs is the case; they are told what became of it, and judge nothing.
  'emergency-110': {
    byHand: intakeDesk,
    carries: { upstreamSystem: 'may', upstreamNumber: 'may', upstreamDueAt: 'may' },
  },
  superior: fromAbove,
  neighbour: fromAbove,
  inspection: fromAbove,
  grid: plain,
  open311: { byHand: ['admin'], carries: {} },
  import: { byHand: ['admin'], carries: {} },
};
