import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { csv } from '#http-api/csv';
import { fileFormats, type FileFormat } from '#http-api/file-format';
import type { Places } from '../../scripts/replay/places';
import { callerOf, matter } from './matter';

const headings = [
  ...['原编号', '诉求类型', '标题', '内容', '事项分类', '区域', '诉求人姓名', '联系电话'],
  ...['登记时间', '承办办结时间', '办结时间', '评价来源', '是否解决', '满意度'],
];

/** The `index`-th ticket of another system; a month holds two thousand of them. */
function cellsOf({ categories, areas }: Places, index: number): string[] {
  const { title, content } = matter(index);
  const month = `2026-0${1 + (Math.floor(index / 2_000) % 6)}`;
  return [
    ...[`OLD-${index}`, '投诉', title, content],
    ...[categories[index % categories.length] ?? '', areas[index % areas.length] ?? ''],
    ...['测试人', callerOf(index), `${month}-05 09:00`, `${month}-06 10:30`, `${month}-08 17:00`],
    ...['人工回访', '已解决', '满意'],
  ];
}

/** A file of history, as other systems and Excel write it. */
export async function historyFile(format: FileFormat, places: Places, from: number, count: number): Promise<Blob> {
  const rows = Array.from({ length: count }, (_, index) => cellsOf(places, from + index));
  return new Blob([await writers[format](rows)], { type: fileFormats[format].type });
}

const writers: Readonly<Record<FileFormat, (rows: readonly string[][]) => string | Promise<Buffer>>> = {
  csv: (rows) => csv([headings, ...rows]),
  jsonl: (rows) =>
    rows
      .map((row) => `${JSON.stringify(Object.fromEntries(row.map((cell, index) => [headings[index], cell])))}\n`)
      .join(''),
  xlsx(rows) {
    const stream = new PassThrough();
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
    const sheet = book.addWorksheet('历史工单');
    for (const row of [headings, ...rows]) sheet.addRow(row).commit();
    const whole = buffer(stream);
    void book.commit();
    return whole;
  },
};
