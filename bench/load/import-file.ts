import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { csv } from '#http-api/csv';
import { fileFormats, type FileFormat } from '#http-api/file-format';
import type { ImportKind } from '#ticket/import-kind';
import type { Places } from '../../scripts/replay/places';
import { Random } from '#platform/random';
import { inventText } from '../../scripts/seed/invented-texts';
import { callerOf } from './matter';

/** Rows `from` up to `from + count` of another system. */
export interface Rows {
  readonly kind: ImportKind;
  readonly from: number;
  readonly count: number;
}

type Cells = Readonly<Record<string, string>>;

/** What both kinds say, each row another matter. */
function matterOf({ categories, areas }: Places, index: number): Cells {
  const { title, content, address } = inventText(Random.for(9, index), index);
  return {
    原编号: `OLD-${index}`,
    诉求类型: '投诉',
    标题: title,
    内容: content,
    地址: address,
    事项分类: categories[index % categories.length] ?? '',
    区域: areas[index % areas.length] ?? '',
    诉求人姓名: '测试人',
    联系电话: callerOf(index),
  };
}

/** A month of another system holds as many. */
const ticketsAMonth = 5_000;
const months = 24;

const cellsOf: Readonly<Record<ImportKind, (places: Places, index: number) => Cells>> = {
  tickets: matterOf,
  history(places, index) {
    const number = Math.floor(index / ticketsAMonth) % months;
    const month = `${2024 + Math.floor(number / 12)}-${String(1 + (number % 12)).padStart(2, '0')}`;
    return {
      ...matterOf(places, index),
      登记时间: `${month}-05 09:00`,
      承办办结时间: `${month}-06 10:30`,
      办结时间: `${month}-08 17:00`,
      评价来源: '人工回访',
      是否解决: '已解决',
      满意度: '满意',
    };
  },
};

/** A file as other systems and Excel write it. */
export async function importFile(format: FileFormat, places: Places, { kind, from, count }: Rows): Promise<Blob> {
  const rows = Array.from({ length: count }, (_, index) => cellsOf[kind](places, from + index));
  return new Blob([await writers[format](rows)], { type: fileFormats[format].type });
}

const headingsOf = ([first = {}]: readonly Cells[]): string[] => Object.keys(first);

const writers: Readonly<Record<FileFormat, (rows: readonly Cells[]) => string | Promise<Buffer>>> = {
  csv: (rows) => csv([headingsOf(rows), ...rows.map((row) => Object.values(row))]),
  jsonl: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  xlsx(rows) {
    const stream = new PassThrough();
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
    const sheet = book.addWorksheet('工单');
    for (const row of [headingsOf(rows), ...rows.map((each) => Object.values(each))]) sheet.addRow(row).commit();
    const whole = buffer(stream);
    void book.commit();
    return whole;
  },
};
