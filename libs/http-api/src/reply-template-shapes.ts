import { z } from 'zod';
import { code, codeAndName, id, idAndName, instant, page, text } from './fields';

export const replyTemplateInput = z.strictObject({
  title: text(60),
  text: text(2_000),
  /** For this category and those below it; for all without one. */
  categoryCode: code.nullish(),
  /** The department whose it is, and that of its units; the whole house's without one. */
  departmentId: id.nullish(),
});

export const replyTemplateView = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  text: z.string(),
  category: codeAndName.nullable(),
  department: idAndName.nullable(),
  changedAt: instant,
  endedAt: instant.nullable(),
});

export const replyTemplateQuery = z.strictObject({
  state: z.enum(['standing', 'all']).default('standing'),
  ...page,
});

/** Those that fit a part, filled by its ticket, the nearest first. */
export const offeredTemplates = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** What only whoever answers knows stands there as 【联系方式】. */
      text: z.string(),
      category: codeAndName.nullable(),
      department: idAndName.nullable(),
    }),
  ),
});
