import type { MoveName } from './transition';

/** How strongly a department is pressed (wording.md, 督办级别). */
export const supervisionLevels = {
  phone: { label: '电话督办' },
  written: { label: '书面督办' },
  'on-site': { label: '现场督办' },
  escalated: { label: '提级督办' },
  interview: { label: '约谈' },
} as const;
export type SupervisionLevel = keyof typeof supervisionLevels;

/** Why an order is given (domain.md §3). A leader's instruction (批示) is told with it, and no other cause has one. */
export const supervisionCauses = {
  ladder: { label: '超期升级' },
  'leader-instruction': { label: '领导批示' },
  media: { label: '媒体关注' },
  'dissatisfied-after-rework': { label: '重办后仍不满意' },
  'false-completion': { label: '虚假办结' },
  gathering: { label: '群体聚集' },
  other: { label: '其他' },
} as const;
export type SupervisionCause = keyof typeof supervisionCauses;

/** 因媒体关注，现予以书面督办。 Whatever has no name of its own says only how. */
export const orderedBy = (cause: SupervisionCause, level: SupervisionLevel): string =>
  `${cause === 'other' ? '' : `因${supervisionCauses[cause].label}，`}现予以${supervisionLevels[level].label}。`;

/** `shown`: departments see it; a draft is the hotline's own until it is signed. */
export const supervisionStates = {
  draft: { label: '待签发', open: true, shown: false },
  signed: { label: '待反馈', open: true, shown: true },
  answered: { label: '待销号', open: true, shown: true },
  closed: { label: '已销号', open: false, shown: true },
  discarded: { label: '已弃用', open: false, shown: false },
  // Its ticket ended otherwise than by being closed, or was archived.
  lapsed: { label: '已失效', open: false, shown: false },
} as const satisfies Record<string, { label: string; open: boolean; shown: boolean }>;
export type SupervisionState = keyof typeof supervisionStates;
export const supervisionStateNames = Object.keys(supervisionStates) as SupervisionState[];
export const openSupervisionStates = supervisionStateNames.filter((state) => supervisionStates[state].open);
export const shownSupervisionStates = supervisionStateNames.filter((state) => supervisionStates[state].shown);

/** What happens to an order (督办单): each is a transition of its ticket, in whose history it is told. */
export const supervisionMoves = {
  supervise: { from: [], to: 'draft' },
  amendSupervision: { from: ['draft'], to: 'draft' },
  discardSupervision: { from: ['draft'], to: 'discarded' },
  signSupervision: { from: ['draft'], to: 'signed' },
  answerSupervision: { from: ['signed'], to: 'answered' },
  sendBackSupervision: { from: ['answered'], to: 'signed' },
  closeSupervision: { from: ['answered'], to: 'closed' },
} as const satisfies Partial<Record<MoveName, { from: readonly SupervisionState[]; to: SupervisionState }>>;
export type SupervisionMove = keyof typeof supervisionMoves;

export const isSupervisionMove = (name: string): name is SupervisionMove => Object.hasOwn(supervisionMoves, name);

/** Whether an order in this state may be moved so; null: there is none yet. */
export const mayMoveSupervision = (state: SupervisionState, name: SupervisionMove): boolean =>
  (supervisionMoves[name].from as readonly SupervisionState[]).includes(state);

/** 批示: what a leader wrote, when, and through whom it came to the hotline. */
export interface LeaderInstruction {
  readonly leader: string;
  readonly text: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly receivedFrom: string;
}

/** What an order says. */
export interface SupervisionOrder {
  readonly level: SupervisionLevel;
  readonly cause: SupervisionCause;
  readonly requirement: string;
  /** 主送: it, or a unit below it, has a part in the ticket. */
  readonly departmentId: string;
  /** 抄送, as they stand on paper. */
  readonly copyTo: readonly string[];
  readonly instruction?: LeaderInstruction;
  /** When the answer is due; by the limit for supervisions when it is not said. */
  readonly dueAt?: Date;
}
