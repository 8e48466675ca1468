/** What a department answers. */
export const reply = {
  factFinding: 'confirmed',
  demandFinding: 'reasonable',
  resolution: 'solved',
  internalText: '已派员到现场核实，施工单位持有夜间施工许可，但未按要求公示，已责令公示并调整高噪声工序时间。',
  publicText: '您反映的问题已核实，施工单位已调整作业时间。感谢您的监督，如仍有问题请再次来电。',
} as const;

export const rating = { contacted: 'yes', solved: 'yes', satisfaction: { result: 'satisfied' } } as const;
