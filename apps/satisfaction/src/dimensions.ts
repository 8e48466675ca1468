import { lastOf, timeSpans, type TimeSpan } from '#calendar/time-span';
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

/** 2026年第38周（09-14至09-20） */
function weekWords(key: string): string {
  const day = timeSpans.week.middle(key);
  const [from, to] = [timeSpans.week.first(day), lastOf('week', day)].map((each) => each.slice(5));
  return `${key.slice(0, 4)}年第${Number(key.slice(6))}周（${from}至${to}）`;
}

/** By what a report may be broken down, and what each of its keys is called. */
export const dimensions: Record<Dimension, DimensionRow> = {
  department: { label: '承办单位', name: (key, { departmentName }, at) => departmentName(key, at) },
  area: { label: '区域', name: (key, { areaName }, at) => areaName(key, at) },
  category: { label: '类别', name: (key, { categoryName }, at) => categoryName(key, at) },
  type: { label: '诉求类型', name: labelOf(ticketTypes) },
  channel: { label: '来源', name: labelOf(channels) },
  agent: { label: '话务员', name: itself },
  team: { label: '走访队伍', name: itself },
  day: { label: '日期', name: itself },
  week: { label: '周', name: weekWords },
  month: { label: '月份', name: itself },
  quarter: { label: '季度', name: (key) => `${key.slice(0, 4)}年第${key.slice(6)}季度` },
  year: { label: '年度', name: (key) => `${key}年` },
};

export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** Tickets that have no value in a dimension, such as no department yet. */
export const noKey = '-';

/** How a row's key is said. */
export const keyWords = (by: Dimension, key: string, directory: Directory, at: Date): string =>
  key === noKey ? '未填写' : dimensions[by].name(key, directory, at);

/** By the days and longer spans in which something lies: SQL expressions on its date in Shanghai, whose keys are time-span.ts's. */
export const spanKeys = (date: string): Readonly<Record<TimeSpan, string>> => ({
  day: `to_char(${date}, 'YYYY-MM-DD')`,
  week: `to_char(${date}, 'IYYY-"W"IW')`,
  month: `to_char(${date}, 'YYYY-MM')`,
  quarter: `to_char(${date}, 'YYYY-"Q"Q')`,
  year: `to_char(${date}, 'YYYY')`,
});
