import ExcelJS from 'exceljs';
import { entriesOfZip } from '#testing/entries-of-zip';
import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { workedOut } from '#testing/worked-out';
import type { Paper, PaperCells, PaperColumn } from './paper';
import { paperFormats } from './paper-format';
import { paperRows } from './paper-rows';

const column = (key: string, label: string, kind: PaperColumn['kind'], of?: string): PaperColumn => ({
  ...{ key, label, kind, of },
  formula: kind === 'rate' ? 'rate' : null,
});
const rate = (numerator: number, denominator: number) => ({
  ...{ numerator, denominator },
  value: denominator === 0 ? null : numerator / denominator,
});
const row = (name: string, [received, handled, before]: [number, number, number]): PaperCells => ({
  ...{ name, received, handled, 'received@before': before },
  'received@change': before === 0 ? null : received / before - 1,
  rate: rate(handled, received),
  'rate@before': rate(0, before),
  'rate@change': before === 0 || received === 0 ? null : (handled / received) * 100,
});

const paper: Paper = {
  title: '总体情况 2026-09-01至2026-09-30',
  head: [
    ['期号', '第9期'],
    ['统计截止时间', '2026-10-01 08:00'],
  ],
  sections: [
    {
      title: '承办单位',
      note: '件数少于10件不排名',
      table: {
        columns: [
          column('name', '承办单位', 'label'),
          column('received', '受理量', 'count'),
          column('received@before', '上期', 'count', 'received'),
          column('received@change', '环比', 'change', 'received'),
          column('handled', '办结', 'count'),
          column('rate', '办结率', 'rate'),
          column('rate@before', '上期', 'rate', 'rate'),
          column('rate@change', '环比', 'points', 'rate'),
        ],
        rows: [row('水利局', [8, 6, 4]), row('公安局', [2, 2, 0]), row('未派单', [0, 0, 0])],
        totals: row('合计', [10, 8, 4]),
        formulas: [
          {
            ...{ name: 'rate', version: 2, label: '办结率', numerator: '办结', denominator: '受理量' },
            ...{ population: '期内受理的工单', dateBasis: '受理时间' },
          },
        ],
      },
      chart: { label: 'name', counts: ['received', 'handled'], rates: ['rate'] },
    },
  ],
  date: '2026-10-01',
  mark: '导出人：王管理 a1b2c3（热线），导出时间：2026-10-01 08:05:00',
};

async function sheets(of: Paper = paper): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await paperFormats.xlsx(of)) as never);
  return workbook;
}

const opened = async (name = '承办单位'): Promise<ExcelJS.Worksheet> => {
  const sheet = (await sheets()).getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

const labels = (sheet: ExcelJS.Worksheet): string[] => (sheet.getRow(3).values as string[]).slice(1);
const letterOf = (sheet: ExcelJS.Worksheet, label: string): string =>
  String.fromCharCode(65 + labels(sheet).indexOf(label));

describe('a paper as a workbook', () => {
  it('has numerator and denominator beside every rate, and a head that stays', async () => {
    const sheet = await opened();
    expect(labels(sheet)).toEqual([
      ...['承办单位', '受理量', '受理量（上期）', '受理量（环比）', '办结'],
      ...['办结率', '办结率（分子）', '办结率（分母）'],
      ...['办结率（上期）', '办结率（上期）（分子）', '办结率（上期）（分母）', '办结率（环比）'],
    ]);
    expect(sheet.views).toMatchObject([{ state: 'frozen', xSplit: 1, ySplit: 3 }]);
    expect(sheet.getCell('A2').value).toContain('期号：第9期　统计截止时间：2026-10-01 08:00');
    expect(sheet.getCell(`A${sheet.rowCount}`).value).toBe(paper.mark);
  });

  it('works its rates, changes and sums out to what the figures are', async () => {
    const sheet = await opened();
    const at = (label: string, line: number) => workedOut(sheet, `${letterOf(sheet, label)}${line}`);
    expect([4, 5, 6, 7].map((line) => at('办结率', line))).toEqual([0.75, 1, '', 0.8]);
    expect([4, 5, 7].map((line) => at('受理量（环比）', line))).toEqual([1, '', 1.5]);
    expect([4, 5, 7].map((line) => at('办结率（环比）', line))).toEqual([75, '', 80]);
    expect(at('受理量', 7)).toBe(10);
  });

  it('moves a rate, and that of the whole, when somebody changes a number', async () => {
    const sheet = await opened();
    const [handled, share] = [letterOf(sheet, '办结'), letterOf(sheet, '办结率')];
    const changed = { [`${handled}4`]: 4 };
    expect(workedOut(sheet, `${share}4`, changed)).toBe(0.5);
    expect(workedOut(sheet, `${share}7`, changed)).toBe(0.6);
  });

  it('stores of every formula what it comes to, for programs that compute nothing', async () => {
    const sheet = await opened();
    sheet.eachRow((line) =>
      line.eachCell(({ address, formula, result }) => {
        if (formula) expect([address, (result as unknown) ?? '']).toEqual([address, workedOut(sheet, address)]);
      }),
    );
  });

  it('says on a sheet of its own what each rate is made of', async () => {
    const sheet = await opened('口径');
    expect((sheet.getRow(4).values as string[]).slice(1)).toEqual([
      ...['办结率', 'v2', '办结', '受理量', '期内受理的工单', '受理时间'],
    ]);
  });

  it('adds up nothing that is more than its rows', async () => {
    const [section] = paper.sections;
    if (!section) throw new Error('no section');
    const totals = row('合计', [9, 8, 4]);
    const book = await sheets({ ...paper, sections: [{ ...section, table: { ...section.table, totals } }, section] });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['承办单位', '承办单位2', '口径']);
    expect(book.worksheets[0]?.getCell('B7').value).toBe(9);
  });
});

describe('a paper as DOCX', () => {
  it('has tables of Word whose heads are repeated, and says rates with what they are made of', async () => {
    const docx = await paperFormats.docx(paper);
    const text = await textOfDocx(docx);
    const said = ['期号：第9期', '75.0%（6/8）', '上期 4', '环比 +100.0%', '环比 +75.0个百分点', '指标口径', 'v2'];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
    const xml = (await entriesOfZip(docx)).get('word/document.xml')?.toString() ?? '';
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('has a chart that Word can edit, with the workbook of its figures', async () => {
    const entries = await entriesOfZip(await paperFormats.docx(paper));
    const names = [...entries.keys()];
    const chart = names.find((name) => /^word\/charts\/chart\d+\.xml$/.test(name)) ?? '';
    expect(entries.get(chart)?.toString()).toContain('<c:barChart>');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(entries.get(names.find((name) => name.endsWith('.xlsx')) ?? '') as never);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getColumn(1).values.slice(2)).toEqual(['水利局', '公安局', '未派单']);
    expect(sheet?.getColumn(2).values.slice(1)).toEqual(['受理量', 8, 2, 0]);
  });
});

describe('a paper as PDF', () => {
  it('says its head, its figures, what they are made of and who took it, on pages of A4', async () => {
    const pages = await pagesOfPdf(await paperFormats.pdf(paper));
    const text = pages.join('').replace(/\s/g, '');
    const said = ['第9期', '水利局', '75.0%（6/8）', '环比+100.0%', '指标口径', '导出人：王管理'];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('is the same bytes whenever the same figures are asked for', async () => {
    const [first, second] = [await paperFormats.pdf(paper), await paperFormats.pdf(paper)];
    expect(second.equals(first)).toBe(true);
  });
});

it('gives a paper as rows with every rate’s numerator and denominator, and the totals last', () => {
  const table = paper.sections[0]?.table;
  if (!table) throw new Error('no table');
  const rows = paperRows({ ...table, columns: table.columns.filter(({ of }) => !of) });
  expect(rows).toEqual([
    ['承办单位', '受理量', '办结', '办结率', '办结率（分子）', '办结率（分母）'],
    ['水利局', '8', '6', '75.0%', '6', '8'],
    ['公安局', '2', '2', '100.0%', '2', '2'],
    ['未派单', '0', '0', '—', '0', '0'],
    ['合计', '10', '8', '80.0%', '8', '10'],
  ]);
});
