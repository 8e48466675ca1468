import { channels } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import type { ReportDimension } from '#http-api/rating-shapes';
import type { Directory } from '#platform/directory';

export type Dimension = ReportDimension;

interface DimensionRow {
  readonly label: string;
  /** As it was called at an instant. */
  readonly name: (key: string, directory: Directory, at: Date) => string;
}

const labelOf = (table: Record<string, { label: string }>) => (key: string) => table[key]?.label ?? key;
const itself = (key: string) => key;

/** By what a report may be broken down, and what each of its keys is called. */
export const dimensions: Record<Dimension, DimensionRow> = {
  department: { label: '承办单位', name: (key, { departmentName }, at) => departmentName(key, at) },
  area: { label: '区域', name: (key, { areaName }, at) => areaName(key, at) },
  category: { label: '类别', name: (key, { categoryName }, at) => categoryName(key, at) },
  type: { label: '诉求类型', name: labelOf(ticketTypes) },
  channel: { label: '来源', name: labelOf(channels) },
  team: { label: '走访队伍', name: itself },
  day: { label: '日期', name: itself },
  month: { label: '月份', name: itself },
};

export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** Tickets that have no value in a dimension, such as no department yet. */
export const noKey = '-';

/** How a row's key is said. */
export const keyWords = (by: Dimension, key: string, directory: Directory, at: Date): string =>
  key === noKey ? '未填写' : dimensions[by].name(key, directory, at);
