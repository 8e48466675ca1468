import { z } from 'zod';
import { departmentGroups } from './directory-shapes';
import { code, enumOf, id, idAndName, instant, page, text } from './fields';

/** What is reorganised. */
export const reorganisationKinds = { department: { label: '承办单位' }, area: { label: '区域' } } as const;

/** How far it has come. */
export const reorganisationStates = {
  preview: { label: '预览' },
  running: { label: '迁移中' },
  done: { label: '已完成' },
} as const;

/** What moves, or is named: everything that a preview counts. Those of tickets open them. */
export const reorganisationFigures = {
  incomplete: { label: '待补充工单', ofTickets: true },
  registered: { label: '待派单工单', ofTickets: true },
  dispatched: { label: '待签收工单', ofTickets: true },
  handling: { label: '办理中工单', ofTickets: true },
  replied: { label: '待审核工单', ofTickets: true },
  upstream: { label: '待上级审核工单', ofTickets: true },
  callback: { label: '待回访工单', ofTickets: true },
  returning: { label: '退单待审工单', ofTickets: true },
  held: { label: '挂账工单', ofTickets: true },
  'returning-up': { label: '退回上级待审工单', ofTickets: true },
  closed: { label: '已办结、协办未反馈的工单', ofTickets: true },
  coHandling: { label: '协办', ofTickets: true },
  handedOn: { label: '上级转办', ofTickets: true },
  extensions: { label: '待批延期', ofTickets: true },
  holds: { label: '待批挂账和未销账', ofTickets: true },
  signOffs: { label: '待签发', ofTickets: true },
  supervisions: { label: '未销号督办单', ofTickets: true },
  joined: { label: '合并后同一单位有两条承办记录的工单', ofTickets: true },
  accused: { label: '将由被反映单位单独承办的工单', ofTickets: true },
  rules: { label: '派单目录条目', ofTickets: false },
  fallBacks: { label: '其中兜底条目', ofTickets: false },
  templates: { label: '答复模板', ofTickets: false },
  accounts: { label: '账号', ofTickets: false },
  units: { label: '下级', ofTickets: false },
  broadcasts: { label: '按原区域发布、仍有效的统一口径', ofTickets: false },
} as const satisfies Record<string, { label: string; ofTickets: boolean }>;

export type ReorganisationFigure = keyof typeof reorganisationFigures;

const kind = enumOf(reorganisationKinds);
const codes = z.array(code).max(200).default([]);

/** A new department takes `parentId` and `group`, a new area `parentId`, the code of the one above. */
const founded = z.strictObject({
  code,
  name: text(100),
  parentId: id.nullish(),
  group: enumOf(departmentGroups).optional(),
});

/** Who takes the place: one that there is, or a new one. The first is for all that no other is named for. */
const heirInput = z.strictObject({
  id: id.optional(),
  founded: founded.optional(),
  categoryCodes: codes,
  areaCodes: codes,
});

export const reorganisationInput = z.strictObject({
  kind,
  /** Ids of departments, codes of areas. */
  from: z.array(id).min(1).max(20),
  heirs: z.array(heirInput).min(1).max(20),
  reason: text(200),
  /** As the preview told it: what has changed since is refused. */
  fingerprint: z.string().max(64).optional(),
});

const heirView = z.object({
  id: z.string().nullable(),
  name: z.string(),
  categoryCodes: z.array(z.string()),
  areaCodes: z.array(z.string()),
});

export const reorganisationView = z.object({
  /** Null of a preview. */
  id: z.string().nullable(),
  kind,
  state: enumOf(reorganisationStates),
  sources: z.array(idAndName),
  heirs: z.array(heirView),
  reason: z.string(),
  orderedBy: z.string(),
  at: instant,
  endedAt: instant.nullable(),
  /** Tickets that were found, and those that have moved. */
  tickets: z.number(),
  moved: z.number(),
  /** What there was to move when it was ordered, or is now; what is none of is left out. */
  figures: z.array(
    z.object({ figure: enumOf(reorganisationFigures), label: z.string(), count: z.number(), ofTickets: z.boolean() }),
  ),
  /** Why it cannot be carried out, in a clerk's words. */
  conflicts: z.array(z.object({ label: z.string(), figure: enumOf(reorganisationFigures).nullable() })),
  fingerprint: z.string(),
});

/** `from` and `heirs` are ids or codes with commas between them. */
export const reorganisedTicketsQuery = z.strictObject({
  kind,
  from: z.string().min(1).max(2_000),
  heirs: z.string().max(2_000).default(''),
  figure: enumOf(reorganisationFigures),
  ...page,
});
