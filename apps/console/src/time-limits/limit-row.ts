import type { ListItem } from '#http-api/list-route';
import type { RouteRequest } from '#http-api/routes';
import { limitUnits } from '#http-api/limit-units';
import { urgencies } from '#ticket/urgency';

export type LimitRow = ListItem<'GET /api/time-limits'>;
export type LimitBody = NonNullable<RouteRequest<'POST /api/time-limits'>['body']>;

/** 5 工作日; a limit that was ended has none. */
export const amountWords = ({ amount, unit }: Pick<LimitRow, 'amount' | 'unit'>): string =>
  amount === null ? '停用' : `${amount} ${limitUnits[unit].label}`;

/** A limit of a type or category that names no urgency is for ordinary tickets; one common to all is for every ticket. */
export function urgencyWords({ type, urgency, categoryCode }: LimitRow): string {
  if (urgency) return urgencies[urgency].label;
  return type || categoryCode ? urgencies.normal.label : '不限';
}
