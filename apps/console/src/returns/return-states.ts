import type { ListItem } from '#http-api/list-route';
import type { Labelled } from '../words/options';

export type ReturnState = ListItem<'GET /api/returns'>['state'];

export const returnStates = {
  pending: { label: '待审理' },
  upheld: { label: '已同意' },
  rejected: { label: '已驳回' },
  lapsed: { label: '已失效' },
} as const satisfies Record<ReturnState, Labelled[string]>;
