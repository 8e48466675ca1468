/** In what a time limit is counted; `counted` stands after a number. */
export const limitUnits = {
  minutes: { label: '分钟', counted: '分钟' },
  hours: { label: '小时', counted: '小时' },
  'office-hours': { label: '工作小时', counted: '个工作小时' },
  'working-days': { label: '工作日', counted: '个工作日' },
} as const;
