import { z } from 'zod';
import { text } from '#http-api/fields';
import { refusalAt } from '#platform/problems';

const dayMs = 86_400_000;
/** No longer span is searched at once (GeoReport v2). */
const mostDays = 90;

const notWhen = '须为日期或带时区的时间，如 2026-10-08 或 2026-10-08T09:00:00+08:00';
/** A date or an instant, as the W3C's profile of ISO 8601 has it; a date begins in Shanghai. */
const when = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/, notWhen)
  .transform((value) => new Date(value.includes('T') ? value : `${value}T00:00:00+08:00`))
  .refine((at) => !Number.isNaN(at.getTime()), notWhen);
const list = (most: number) =>
  text(10_000).transform((value) => [...new Set(value.split(',').map((each) => each.trim()))].slice(0, most));

export const statuses = ['open', 'closed'] as const;

/** What requests are searched by. Parameters that nobody here knows are left alone, as the standard wants. */
export const requestQuery = z.object({
  jurisdiction_id: z.string().optional(),
  service_request_id: list(200).optional(),
  service_code: list(200).optional(),
  start_date: when.optional(),
  end_date: when.optional(),
  updated_after: when.optional(),
  updated_before: when.optional(),
  status: list(2)
    .pipe(z.array(z.enum(statuses)))
    .optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  page_size: z.coerce.number().int().min(1).max(200).default(100),
});
export type RequestQuery = z.output<typeof requestQuery>;

/** From when to when: ninety days up to now, from the first or up to the last day that is named. @throws Refusal for more */
export function spanOf({ start_date: start, end_date: end }: RequestQuery, now: Date): { from: Date; before: Date } {
  const span = mostDays * dayMs;
  const before =
    end ?? (start ? new Date(Math.min(start.getTime() + span, now.getTime() + 1)) : new Date(now.getTime() + 1));
  const from = start ?? new Date(before.getTime() - span);
  if (before.getTime() - from.getTime() > span) throw refusalAt('start_date', `跨度不能超过${mostDays}天`);
  return { from, before };
}
