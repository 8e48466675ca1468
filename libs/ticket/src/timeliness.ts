/** Whether a department answered its part in time, as the part's own clock says. */
export const timeliness = {
  'in-time': { label: '按期' },
  late: { label: '超期' },
  'not-due': { label: '未到期' },
  uncounted: { label: '不计时' },
} as const;

export type Timeliness = keyof typeof timeliness;
