/**
 * The clocks that run on a ticket. `silent` clocks are read by a guard but warn nobody:
 * the return window tells only whether a department may still object.
 */
export const clockKinds = {
  incomplete: { label: '补充时限', silent: false },
  dispatch: { label: '派单时限', silent: false },
  sign: { label: '签收时限', silent: false },
  contact: { label: '联系时限', silent: false },
  finish: { label: '办理时限', silent: false },
  rework: { label: '重办时限', silent: false },
  'return-window': { label: '退单申请期', silent: true },
  return: { label: '退单时限', silent: false },
  arbitration: { label: '裁定时限', silent: false },
  review: { label: '审核时限', silent: false },
  upstream: { label: '上级时限', silent: false },
  callback: { label: '回访时限', silent: false },
  judgement: { label: '认定时限', silent: false },
  'appeal-window': { label: '申诉期', silent: true },
  appeal: { label: '申诉裁决时限', silent: false },
  extension: { label: '延期审批时限', silent: false },
  held: { label: '挂账复核时限', silent: false },
  supervision: { label: '督办时限', silent: false },
  citizen: { label: '对外承诺时限', silent: false },
} as const;

export type ClockKind = keyof typeof clockKinds;

/** Flags, never states: yellow before a due time, red after it. */
export const alerts = { none: { label: '正常' }, yellow: { label: '黄牌预警' }, red: { label: '红牌超期' } } as const;
export type Alert = keyof typeof alerts;
