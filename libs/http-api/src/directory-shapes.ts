import { z } from 'zod';
import { signOffKinds } from '#ticket/sign-off';
import { code, date, enumOf, id, idAndName, page, text } from './fields';

/** 单位类别 (wording.md). */
export const departmentGroups = {
  town: { label: '乡镇街道' },
  bureau: { label: '部门' },
  enterprise: { label: '国企' },
} as const;

const group = enumOf(departmentGroups);
export const departmentView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  group,
  validFrom: date,
  validTo: date.nullable(),
  /** Who took its place, when it is no more. */
  heirs: z.array(idAndName),
  /** What its head signs before the hotline hears of it. */
  signsOff: z.array(enumOf(signOffKinds)),
});
/** `validFrom`: today, unless a later day is named. */
export const departmentInput = z.strictObject({
  code,
  name: text(100),
  parentId: id.nullish(),
  group,
  validFrom: date.optional(),
});
export const departmentEdit = z.strictObject({
  name: text(100).optional(),
  parentId: id.nullish(),
  group: group.optional(),
  validTo: date.nullish(),
  signsOff: z.array(enumOf(signOffKinds)).max(4).optional(),
});

export const placeView = z.object({ code: z.string(), name: z.string(), parentCode: z.string().nullable() });
export const areaView = placeView.extend({ validFrom: date, validTo: date.nullable(), heirs: z.array(idAndName) });
const placeInput = z.strictObject({ code, name: text(100), parentCode: code.nullish() });
export const areaInput = placeInput.extend({ validFrom: date.optional() });
/** `autoApprove`: replies to its tickets are approved without a reviewer. */
export const categoryView = placeView.extend({ autoApprove: z.boolean() });
export const categoryInput = placeInput.extend({ autoApprove: z.boolean().optional() });
export const nameEdit = z.strictObject({ name: text(100).optional(), parentCode: code.nullish() });
export const categoryEdit = nameEdit.extend({ autoApprove: z.boolean().optional() });
export const directoryQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  cursor: page.cursor,
});
/** With a day: the names and the tree that held then, of what there was. */
export const placesQuery = directoryQuery.extend({ asOf: date.optional() });
