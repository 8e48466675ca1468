import type { Content } from 'pdfmake';
import { pageLayout } from './page-layout';
import type { Paper, PaperSection } from './paper';
import { barsOf } from './paper-bars';
import { formulaTable, isWide, tablesOf } from './paper-pages';
import { pdfBytes, tableOf } from './pdf-parts';

const { size } = pageLayout;
const longestBar = 260;
const barColor = '#1d5fa7';

/** The paper as PDF, for what is final. */
export function pdfPaper(paper: Paper): Promise<Buffer> {
  const landscape = isWide(paper);
  return pdfBytes({ ...paper, landscape }, (said) => [
    { text: said.title, bold: true, fontSize: size.title, alignment: 'center', margin: [0, 14, 0, 14] },
    ...said.head.map(([label, text]) => line(`${label}：${text}`)),
    ...said.sections.flatMap((section) => sectionOf(section, landscape)),
    ...formulaTable(said).flatMap((block) => [headingOf('指标口径'), tableOf(block)]),
  ]);
}

const line = (text: string): Content => ({ text, fontSize: size.form });
const headingOf = (text: string): Content => ({ text, bold: true, margin: [0, 12, 0, 6], headlineLevel: 1 });

const sectionOf = (section: PaperSection, landscape: boolean): Content[] => [
  headingOf(section.title),
  ...(section.note === undefined ? [] : [line(section.note)]),
  ...tablesOf(section, landscape).map(tableOf),
  ...chartOf(section),
];

/** The first count as bars, each with its number. */
function chartOf(section: PaperSection): Content[] {
  const bars = barsOf(section);
  const [shown] = bars?.counts ?? [];
  if (!bars || !shown) return [];
  const most = Math.max(1, ...shown.values.map((value) => value ?? 0));
  const barOf = (value: number): Content => ({
    canvas: [{ type: 'rect', x: 0, y: 2, w: Math.max(1, (value / most) * longestBar), h: 9, color: barColor }],
  });
  return [
    {
      fontSize: size.table,
      margin: [0, 4, 0, 10],
      layout: 'noBorders',
      table: {
        dontBreakRows: true,
        widths: ['25%', longestBar, '*'],
        headerRows: 1,
        body: [
          [{ text: shown.name, colSpan: 3, bold: true }, {}, {}],
          ...bars.categories.map((name, index) => {
            const value = shown.values[index] ?? 0;
            return [{ text: name, alignment: 'right' }, barOf(value), String(value)];
          }),
        ],
      },
    },
  ];
}
