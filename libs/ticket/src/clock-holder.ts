import type { ClockKind } from './clock-kind';
import type { Role } from './role';

/** The ladders that clocks climb: who is told of them, and how far it goes. */
export const ladders = {
  sign: { label: '签收' },
  finish: { label: '办理' },
  rework: { label: '重办' },
  step: { label: '承办单位其他时限' },
  hold: { label: '挂账复核' },
  hotline: { label: '热线自办（含未派工单）' },
  promise: { label: '对外承诺' },
} as const;

export type LadderName = keyof typeof ladders;

/** Which ladder a clock climbs, and who has its step in hand: the department of its part, or people of the hotline. */
interface ClockHolder {
  readonly ladder: LadderName;
  readonly holder: 'department' | Role;
}

/** 责任人 of each clock. An unsigned ticket climbs as far as a signed one, and an undispatched one within the hotline. */
export const clockHolders = {
  incomplete: { ladder: 'hotline', holder: 'agent' },
  dispatch: { ladder: 'hotline', holder: 'dispatcher' },
  sign: { ladder: 'sign', holder: 'department' },
  contact: { ladder: 'step', holder: 'department' },
  finish: { ladder: 'finish', holder: 'department' },
  rework: { ladder: 'rework', holder: 'department' },
  'return-window': null,
  return: { ladder: 'hotline', holder: 'dispatcher' },
  arbitration: { ladder: 'hotline', holder: 'supervisor' },
  review: { ladder: 'hotline', holder: 'reviewer' },
  upstream: { ladder: 'hotline', holder: 'dispatcher' },
  callback: { ladder: 'hotline', holder: 'callback' },
  judgement: { ladder: 'hotline', holder: 'callback' },
  'appeal-window': null,
  appeal: { ladder: 'hotline', holder: 'supervisor' },
  extension: { ladder: 'hotline', holder: 'supervisor' },
  held: { ladder: 'hold', holder: 'department' },
  supervision: { ladder: 'step', holder: 'department' },
  citizen: { ladder: 'promise', holder: 'department' },
} as const satisfies Record<ClockKind, ClockHolder | null>;

export const clockHolder = (kind: ClockKind): ClockHolder | null => clockHolders[kind];

/** The clocks that climb a ladder. */
export const climbersOf = (ladder: LadderName): ClockKind[] =>
  (Object.keys(clockHolders) as ClockKind[]).filter((kind) => clockHolder(kind)?.ladder === ladder);
