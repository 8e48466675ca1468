/** In what a time limit is counted. */
export const limitUnits = {
  minutes: { label: '分钟' },
  hours: { label: '小时' },
  'office-hours': { label: '工作小时' },
  'working-days': { label: '工作日' },
} as const;
