import { AlignmentType, Document, Packer, Paragraph, type Table } from 'docx';
import { ChartRun } from 'docx/charts';
import { footerOf, headFont, pageOf, run, tableOf, twentieths } from './docx-parts';
import { pageLayout } from './page-layout';
import type { Paper, PaperSection } from './paper';
import { barsOf } from './paper-bars';
import { formulaTable, isWide, tablesOf } from './paper-pages';

const { size } = pageLayout;

/** The paper as DOCX: its tables are Word's own, and so are its charts, each with the workbook of its figures. */
export function docxPaper(paper: Paper): Promise<Buffer> {
  const landscape = isWide(paper);
  const formulas = formulaTable(paper);
  return Packer.toBuffer(
    new Document({
      title: paper.title,
      sections: [
        {
          properties: { page: pageOf({ landscape }) },
          footers: { default: footerOf(paper.mark) },
          children: [
            titleOf(paper.title),
            ...paper.head.map(([label, text]) => line(`${label}：${text}`)),
            ...paper.sections.flatMap((section) => sectionOf(section, landscape)),
            ...formulas.flatMap((block) => [headingOf('指标口径'), tableOf(block)]),
          ],
        },
      ],
    }),
  );
}

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twentieths(14), after: twentieths(14) },
    children: [run(text, { font: headFont, size: 2 * size.title, bold: true })],
  });

const headingOf = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: twentieths(12), after: twentieths(6) },
    children: [run(text, { bold: true })],
  });

const line = (text: string): Paragraph => new Paragraph({ children: [run(text, { size: 2 * size.form })] });

/** Two tables without a paragraph between them would be one. */
const sectionOf = (section: PaperSection, landscape: boolean): (Paragraph | Table)[] => [
  headingOf(section.title),
  ...(section.note === undefined ? [] : [line(section.note)]),
  ...tablesOf(section, landscape).flatMap((block) => [tableOf(block), line('')]),
  ...chartOf(section, landscape),
];

function chartOf(section: PaperSection, landscape: boolean): Paragraph[] {
  const bars = barsOf(section);
  if (!bars) return [];
  const rates = bars.rates.map((series) => ({ ...series, type: 'line', axis: 'secondary', markers: true }) as const);
  const chart = new ChartRun({
    type: 'column',
    title: section.title,
    categories: bars.categories,
    series: [...bars.counts, ...rates],
    ...(rates.length > 0 && { secondaryValueAxis: { minimum: 0, maximum: 100, title: '%' } }),
    legend: { position: 'bottom' },
    transformation: { width: landscape ? 900 : 560, height: 320 },
    altText: { name: section.title, description: `${section.title}的柱线图，数据见上表` },
  });
  // Any run is a paragraph's child; the library's types name only some.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return [new Paragraph({ children: [chart] })];
}
