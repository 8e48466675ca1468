import type { ListItem } from '#http-api/list-route';

export const ruleStates: Record<ListItem<'GET /api/retention-rules'>['state'], string> = {
  proposed: '待批准',
  'in-force': '执行中',
  ended: '已停用',
};
