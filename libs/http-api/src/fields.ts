import { z } from 'zod';
import { readable } from './readable';

/** PostgreSQL stores neither NUL nor half a character, and no clerk can type them. */
const isStorable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();
const unstorable = '含有无法保存的字符';

/** Required free text of at most `max` characters, without those that nobody sees. */
export const text = (max: number) =>
  z.string().overwrite(readable).trim().min(1).max(max).refine(isStorable, unstorable);

/** Free text that may be empty. */
export const looseText = (max: number) => z.string().overwrite(readable).max(max).refine(isStorable, unstorable);

/** A secret is taken as it was typed: nobody reads it. */
export const secret = (max: number) => z.string().max(max).refine(isStorable, unstorable);

export const id = z.string().min(1).max(64).refine(isStorable, unstorable);
/** Files that were added to the same ticket before. */
export const attachmentIds = z.array(id).max(100).optional();
export const code = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}._-]+$/u, '只能用文字、数字、点、横线和下划线');

/** ISO 8601 with an offset, such as 2026-10-08T09:00:00+08:00. */
export const instant = z.iso.datetime({ offset: true }).refine((value) => {
  const year = new Date(value).getUTCFullYear();
  return year >= 1 && year <= 9_999;
}, '须为公元 1 年至 9999 年');
export const date = z.iso.date();

/** Digits with an optional leading +; spaces, dashes, brackets and China's own code before a mobile number are dropped. */
export const phone = z
  .string()
  .max(32)
  .transform((value) => value.replace(/[\s()-]/g, '').replace(/^(?:\+|00)86(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^\+?\d{3,20}$/, '电话号码须为3到20位数字'));

/** An address of the web. */
export const webAddress = z
  .string()
  .max(2_000)
  .refine(isStorable, unstorable)
  .refine((value) => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value), '须为网址，以 http:// 或 https:// 开头');

export const location = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });

/** `?count=true` and the like: a query carries strings. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** What every list takes: at most 200 rows a page, from a cursor that is opaque to the caller. */
export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(512).optional(),
};

export const enumOf = <Name extends string>(table: Record<Name, unknown>) =>
  z.enum(Object.keys(table) as [Name, ...Name[]]);

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const codeAndName = z.object({ code: z.string(), name: z.string() });
export const idAndName = z.object({ id: z.string(), name: z.string() });
