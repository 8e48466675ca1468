import type { MovesView } from '#http-api/time-limit-shapes';

/** What a change would move, in one sentence; it says when not all tickets were looked at. */
export function movesWords({ tickets, clocks, unknown, touched, lookedAt, exact }: MovesView): string {
  const moved =
    tickets === 0 ? '在办工单的到期时间都不变' : `${tickets} 件在办工单的到期时间将改变，涉及 ${clocks} 个时限`;
  const looked = exact ? '' : `；可能涉及 ${touched} 件，以上只核算了最近登记的 ${lookedAt} 件`;
  const left = unknown === 0 ? '' : `；${unknown} 件因到期落在尚未公布放假安排的年份，保持原到期时间`;
  return `${moved}${looked}${left}。`;
}
