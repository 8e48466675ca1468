import { spanKeys, type Dimension } from './dimensions';

const day = `t.registered_at AT TIME ZONE 'Asia/Shanghai'`;

/** By what rows beside tickets `t` are broken down that is their tickets': SQL expressions, of tickets as they stand. */
export const ticketKeys = {
  area: 't.area_code',
  category: 't.category_code',
  type: 't.type',
  channel: 't.channel',
  ...spanKeys(day),
} as const satisfies Partial<Record<Dimension, string>>;
