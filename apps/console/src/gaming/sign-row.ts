import type { ListItem } from '#http-api/list-route';
import { gamingSignRow, gamingUnits } from '#ticket/gaming-sign';

export type SignRow = ListItem<'GET /api/gaming-signs'>;
export type RuleRow = ListItem<'GET /api/gaming-rules'>;

type Asked = Pick<SignRow, 'sign' | 'leastTickets' | 'windowDays' | 'limitValue'>;

/** 30天内不少于5件，发出后不超过60秒 */
export function thresholdWords({ sign, leastTickets, windowDays, limitValue }: Asked): string {
  const { limit } = gamingSignRow(sign);
  const asked = limit && limitValue !== null ? `，${limit.label}${limitValue}${gamingUnits[limit.unit].label}` : '';
  return `${windowDays}天内不少于${leastTickets}件${asked}`;
}

/** Whom it is about, as far as anybody may know. */
export const subjectWords = ({ department, caller }: SignRow): string =>
  caller ? `回访员 ${caller.name}` : (department?.name ?? '涉及多个单位');
