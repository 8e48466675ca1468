import type { Labelled } from './options';

/** How a ticket ended, as the domain's effects write it. */
export const closeReasons: Labelled = {
  'answered-on-call': { label: '直接答复' },
  referred: { label: '告知引导' },
  forwarded: { label: '已转达' },
  answered: { label: '答复办结' },
  rated: { label: '评价办结' },
  unrated: { label: '未评价办结' },
  merged: { label: '并单' },
  withdrawn: { label: '撤单' },
  void: { label: '作废' },
  imported: { label: '历史导入' },
  'returned-up': { label: '退回上级' },
};
