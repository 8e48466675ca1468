/** How the hotline presses a department (催办). */
export const urgeWays = {
  phone: { label: '电话催办' },
  notice: { label: '通知催办' },
  batch: { label: '批量催办' },
} as const;
export type UrgeWay = keyof typeof urgeWays;
