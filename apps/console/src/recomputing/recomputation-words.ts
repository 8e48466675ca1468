import type { ListItem } from '#http-api/list-route';

type Recomputation = Pick<
  ListItem<'GET /api/recomputations'>,
  'subject' | 'state' | 'tickets' | 'looked' | 'movedTickets'
>;

/** Rungs move no due time. */
const words = {
  dues: { what: '在办工单的到期时间', will: '将在数秒后开始重算', doing: '正在重算在办工单的到期时间' },
  rungs: { what: '在办工单', will: '将在数秒后改按新的督促阶梯', doing: '正在按新的督促阶梯核算在办工单' },
} as const;

/** How far the changes have come that open tickets do not follow yet, in one sentence; there is at least one. */
export function recomputationWords(open: readonly Recomputation[]): string {
  const { what, will, doing } = words[open.every(({ subject }) => subject === 'ladder-row') ? 'rungs' : 'dues'];
  if (open.every(({ state }) => state === 'waiting')) return `已保存。${what}${will}。`;
  const [tickets, looked, moved] = (['tickets', 'looked', 'movedTickets'] as const).map((field) =>
    open.reduce((sum, each) => sum + each[field], 0),
  );
  return `${doing}：已核算 ${looked} / ${tickets} 件，其中 ${moved} 件有变动。核算期间工单照常办理。`;
}
