/** What a hand-over lists, each kind in its group, in the order in which it is read out. */
export const handoverKinds = {
  emergency: { label: '未结急件', group: 'emergencies' },
  appointment: { label: '约定回访', group: 'promises' },
  promised: { label: '承诺到期', group: 'promises' },
  'missed-call': { label: '未接待回拨', group: 'promises' },
  draft: { label: '未登记草稿', group: 'promises' },
  'routing-held': { label: '暂缓派单', group: 'promises' },
  'dead-letter': { label: '异常任务', group: 'outages' },
  'untold-events': { label: '事件积压', group: 'outages' },
  'failed-feedback': { label: '回传失败', group: 'outages' },
  'city-outage': { label: '停供通知', group: 'outages' },
  task: { label: '交办事项', group: 'tasks' },
} as const;
export type HandoverKind = keyof typeof handoverKinds;

export const handoverGroups = {
  emergencies: { label: '一、未结紧急工单' },
  promises: { label: '二、已作承诺' },
  outages: { label: '三、停供与故障' },
  tasks: { label: '四、交办事项' },
} as const;
export type HandoverGroup = keyof typeof handoverGroups;

export const handoverStates = {
  open: { label: '交班中' },
  'handed-over': { label: '待接班' },
  accepted: { label: '已接班' },
} as const;
export type HandoverState = keyof typeof handoverStates;

/** What is told by hand and stays on every hand-over until somebody ends it. `outage`: the city is without something. */
export const dutyMatterKinds = {
  water: { label: '停水', outage: true },
  power: { label: '停电', outage: true },
  gas: { label: '停气', outage: true },
  heat: { label: '停暖', outage: true },
  network: { label: '通信中断', outage: true },
  road: { label: '道路中断', outage: true },
  task: { label: '交办事项', outage: false },
} as const;
export type DutyMatterKind = keyof typeof dutyMatterKinds;

export const dutyEntryKinds = {
  'leader-call': { label: '领导来电' },
  outage: { label: '停供故障' },
  emergency: { label: '突发事件' },
  visitor: { label: '来访接待' },
  other: { label: '其他' },
} as const;
export type DutyEntryKind = keyof typeof dutyEntryKinds;
