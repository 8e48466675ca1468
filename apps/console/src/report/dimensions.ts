import type { Labelled } from '../words/options';
import type { Dimension } from './report-query';

export const dimensions = {
  department: { label: '承办单位' },
  area: { label: '区域' },
  category: { label: '事项分类' },
  type: { label: '诉求类型' },
  channel: { label: '来源' },
  day: { label: '日' },
  month: { label: '月' },
} as const satisfies Record<Dimension, Labelled[string]>;
