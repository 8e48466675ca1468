import type { State } from './state';

/** 流转中: an open ticket that lies with no department, since none is named, or the one that is wants to return it. */
export const transitStates = [
  'incomplete',
  'registered',
  'returning',
  'returning-up',
] as const satisfies readonly State[];

/** Who has such a ticket in hand: of a return a dispatcher, and from the second on the supervisor who arbitrates. */
export const transitHolders = {
  agent: { label: '话务员（补充）' },
  dispatcher: { label: '派单员（派单、审理退单）' },
  supervisor: { label: '督办员（裁定）' },
  upstream: { label: '上级单位（退回待审）' },
} as const satisfies Record<string, { label: string }>;

export type TransitHolder = keyof typeof transitHolders;

/** For how many natural days it has lain with them: from so many on, and fewer than the next row says. */
export const transitAges = {
  'within-a-day': { label: '不足1天', fromDays: 0 },
  'over-a-day': { label: '1至3天', fromDays: 1 },
  'over-three-days': { label: '3至7天', fromDays: 3 },
  'over-a-week': { label: '7天以上', fromDays: 7 },
} as const satisfies Record<string, { label: string; fromDays: number }>;

export type TransitAge = keyof typeof transitAges;
