/** What tells who somebody is, and what stands in its place in a copy for third parties: 〔电话〕. */
export const identityKinds = {
  phone: { label: '电话' },
  'resident-id': { label: '身份证号' },
  plate: { label: '车牌' },
  'bank-card': { label: '银行卡号' },
  email: { label: '邮箱' },
  account: { label: '网络账号' },
  name: { label: '姓名' },
  address: { label: '住址' },
  /** Seven digits or more that are nothing else we know: a meter's, a pupil's or a customer's number finds its owner too. */
  number: { label: '号码' },
} as const;

export type IdentityKind = keyof typeof identityKinds;

export const blankOf = (kind: IdentityKind): string => `〔${identityKinds[kind].label}〕`;
