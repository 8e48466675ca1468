/** What became of a request for more time (延期申请). */
export const extensionStates = {
  pending: { label: '待审批' },
  approved: { label: '已同意' },
  refused: { label: '不同意' },
  lapsed: { label: '已失效' },
} as const;
export type ExtensionState = keyof typeof extensionStates;

/** An entry of the ledger of what was put aside (挂账台账), from its request on. */
export const holdStates = {
  pending: { label: '待审批' },
  open: { label: '在账' },
  ended: { label: '已销账' },
  refused: { label: '不同意' },
  lapsed: { label: '已失效' },
} as const;
export type HoldState = keyof typeof holdStates;

/** What became of an appeal against a rating (申诉). */
export const appealStates = {
  pending: { label: '待裁决' },
  accepted: { label: '申诉成立' },
  refused: { label: '不成立' },
  lapsed: { label: '已失效' },
} as const;
export type AppealState = keyof typeof appealStates;

/** As departments see them: before the head has signed, the hotline has been asked nothing. */
const signing = { label: '待签发' };
export const askedExtensionStates = { ...extensionStates, signing } as const;
export const askedHoldStates = { ...holdStates, signing } as const;

/** Who decides on an extension: the hotline, or the district office from the second one on. */
export const extensionApprovers = { supervisor: { label: '督办员' }, leader: { label: '区领导' } } as const;
export type ExtensionApprover = keyof typeof extensionApprovers;
