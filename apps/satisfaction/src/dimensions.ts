import { channels } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import type { ReportDimension } from '#http-api/rating-shapes';
import type { Directory } from '#platform/directory';

export type Dimension = ReportDimension;

interface DimensionRow {
  readonly label: string;
  /** The SQL expression whose value is a row's key. */
  readonly key: string;
  /** As it was called at an instant. */
  readonly name: (key: string, directory: Directory, at: Date) => string;
}

const labelOf = (table: Record<string, { label: string }>) => (key: string) => table[key]?.label ?? key;
const itself = (key: string) => key;
const localDay = `t.registered_at AT TIME ZONE 'Asia/Shanghai'`;

/** By what a report may be broken down. */
export const dimensions: Record<Dimension, DimensionRow> = {
  department: {
    label: '承办单位',
    key: 't.lead_department_id::text',
    name: (key, { departmentName }, at) => departmentName(key, at),
  },
  area: { label: '区域', key: 't.area_code', name: (key, { areaName }, at) => areaName(key, at) },
  category: { label: '类别', key: 't.category_code', name: (key, { categoryName }, at) => categoryName(key, at) },
  type: { label: '诉求类型', key: 't.type', name: labelOf(ticketTypes) },
  channel: { label: '来源', key: 't.channel', name: labelOf(channels) },
  team: { label: '走访队伍', key: '(SELECT v.team FROM ticket.visit v WHERE v.id = t.visit_id)', name: itself },
  day: { label: '日期', key: `to_char(${localDay}, 'YYYY-MM-DD')`, name: itself },
  month: { label: '月份', key: `to_char(${localDay}, 'YYYY-MM')`, name: itself },
};

export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** Tickets that have no value in a dimension, such as no department yet. */
export const noKey = '-';

/** How a row's key is said. */
export const keyWords = (by: Dimension, key: string, directory: Directory, at: Date): string =>
  key === noKey ? '未填写' : dimensions[by].name(key, directory, at);
