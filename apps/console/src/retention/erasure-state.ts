import type { ListItem } from '#http-api/list-route';

type Erasure = ListItem<'GET /api/erasures'>;

const states: Record<Erasure['state'], string> = {
  asked: '待批准',
  approved: '已批准，待执行',
  refused: '不予批准',
  done: '已执行',
};

/** 已执行，2件工单 */
export const erasureState = ({ state, tickets }: Erasure): string =>
  tickets === null ? states[state] : `${states[state]}，${tickets}件工单`;
