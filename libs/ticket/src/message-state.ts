/**
 * How a message stands. `open`: it is still to be sent, at its next instant. `kept`: it was worded and nobody was told, since
 * nothing is connected through which it could leave. Whether it was `delivered` only a provider can say, and not each one does.
 * `again`: whoever should have been told was not, and may be if a person has it sent anew.
 */
export const messageStates = {
  waiting: { label: '待发送', open: true, again: false },
  held: { label: '夜间暂缓', open: true, again: false },
  failed: { label: '待重发', open: true, again: false },
  sent: { label: '已发送', open: false, again: false },
  kept: { label: '未外发', open: false, again: true },
  delivered: { label: '已送达', open: false, again: false },
  'given-up': { label: '发送失败', open: false, again: true },
  withheld: { label: '不发送', open: false, again: true },
} as const;

export type MessageState = keyof typeof messageStates;
export const messageStateNames = Object.keys(messageStates) as MessageState[];

/** Why a message is withheld. `mends`: it may be so no longer when somebody looks at it. */
export const withheldReasons = {
  off: { label: '此类短信已停用', mends: true },
  overtaken: { label: '工单已有变化，不必再告知', mends: false },
  unsayable: { label: '短信所需内容缺失', mends: true },
  unreachable: { label: '没有可接收短信的手机号码', mends: true },
  erased: { label: '个人信息已删除', mends: false },
} as const;
export type WithheldReason = keyof typeof withheldReasons;

/** Whether sending it anew makes sense to a clerk: nobody was told, and what kept it may have been mended. */
export const isWorthResending = (state: MessageState, reason: string | null): boolean =>
  messageStates[state].again &&
  (state !== 'withheld' || Object.entries(withheldReasons).some(([code, { mends }]) => mends && code === reason));

/** 短信通道: through what messages leave the house, if they do. */
export const messageProviders = {
  outbox: { label: '仅存发件箱（不外发）' },
  webhook: { label: '短信平台（HTTP 接口）' },
} as const;
export type MessageProvider = keyof typeof messageProviders;

/** What a gateway says of a message that did not arrive. */
export const undeliveredReasons = {
  'no-such-number': { label: '空号错号' },
  unreachable: { label: '关机停机' },
  refused: { label: '用户拒收' },
  blocked: { label: '平台拦截' },
  other: { label: '其他' },
} as const;
