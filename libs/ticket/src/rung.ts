/** The rungs of the ladder (督促阶梯), in the order in which a clock climbs them. */
export const rungs = {
  reminder: { label: '派单提醒' },
  yellow: { label: '黄牌预警' },
  red: { label: '红牌超期' },
  urge: { label: '催办通知' },
  supervision: { label: '督办拟办' },
  'shift-lead': { label: '报值班长' },
  supervisor: { label: '报督办员' },
  manager: { label: '报热线负责人' },
  'duty-office': { label: '报值班室' },
  'district-office': { label: '报区办' },
  'monthly-notice': { label: '列入月度通报' },
} as const;

export type Rung = keyof typeof rungs;
export const rungNames = Object.keys(rungs) as [Rung, ...Rung[]];

/** Those that come with their clock, and when its limit says: a reminder at its start, yellow before its due time, red at it. */
export const isFlagRung = (rung: Rung): boolean => rung === 'reminder' || rung === 'yellow' || rung === 'red';
