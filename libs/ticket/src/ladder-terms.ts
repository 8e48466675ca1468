/** From when a rung is counted. `before`: from the rung before it. */
export const ladderAnchors = {
  start: { label: '派单（起算）时' },
  yellow: { label: '黄牌时' },
  due: { label: '到期' },
  before: { label: '上一级之后' },
} as const;

/** In what its distance is told. `months`: when the first working day of the n-th month after opens. */
export const ladderUnits = {
  minutes: { label: '分钟' },
  hours: { label: '小时' },
  'office-hours': { label: '办公小时' },
  'working-days': { label: '个工作日' },
  months: { label: '个月后首个工作日' },
} as const;

/**
 * Whom a rung reaches. `holder`: who has the step in hand, of a department its 联络员 and 经办人; `department-head`: its
 * head; the others are people of the hotline by their role.
 */
export const ladderAudiences = {
  holder: { label: '承办人' },
  'department-head': { label: '单位负责人' },
  'shift-lead': { label: '值班长' },
  supervisor: { label: '督办员' },
  manager: { label: '热线负责人' },
  leader: { label: '区领导' },
} as const;

/** What a rung does: it is in the console's list in any case. */
export const ladderWays = {
  message: { label: '短信' },
  supervision: { label: '拟督办单' },
  'monthly-notice': { label: '列入通报' },
} as const;

export type LadderAnchor = keyof typeof ladderAnchors;
export type LadderUnit = keyof typeof ladderUnits;
export type LadderAudience = keyof typeof ladderAudiences;
export type LadderWay = keyof typeof ladderWays;
