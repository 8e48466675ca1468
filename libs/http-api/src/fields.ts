import { z } from 'zod';

/** PostgreSQL cannot store NUL, and no clerk can type it. */
const noNul = (value: string): boolean => !value.includes('\u0000');

/** Required free text of at most `max` characters. */
export const text = (max: number) => z.string().trim().min(1).max(max).refine(noNul, 'must not contain NUL');

/** Free text that may be empty. */
export const looseText = (max: number) => z.string().max(max).refine(noNul, 'must not contain NUL');

export const id = z.string().min(1).max(64).refine(noNul, 'must not contain NUL');
export const code = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}._-]+$/u, 'letters, digits, dot, dash only');

/** ISO 8601 with an offset, such as 2026-10-08T09:00:00+08:00. */
export const instant = z.iso.datetime({ offset: true });
export const date = z.iso.date();

/** Digits with an optional leading +; spaces, dashes and brackets are dropped. */
export const phone = z
  .string()
  .max(32)
  .transform((value) => value.replace(/[\s()-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{3,20}$/, 'a phone number has 3 to 20 digits'));

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
