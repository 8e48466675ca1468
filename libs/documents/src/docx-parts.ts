import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import { paragraphsOf, type DocumentBlock } from './official-document';
import { pageLayout } from './page-layout';

const { marginMm, size } = pageLayout;
/** Types that every office program in China has; another one takes what it has instead. */
const bodyFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
export const headFont = { ...bodyFont, eastAsia: '宋体' };
export const twentieths = (pointsOf: number): number => pointsOf * 20;

export const run = (text: string, more: IRunOptions = {}): TextRun =>
  new TextRun({ text, font: bodyFont, size: 2 * size.body, ...more });

/** A4, upright or not. */
export const pageOf = ({ landscape }: { readonly landscape?: boolean }) => ({
  size: {
    width: convertMillimetersToTwip(210),
    height: convertMillimetersToTwip(297),
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: convertMillimetersToTwip(landscape ? 20 : marginMm.top),
    bottom: convertMillimetersToTwip(landscape ? 18 : marginMm.bottom),
    left: convertMillimetersToTwip(landscape ? 20 : marginMm.left),
    right: convertMillimetersToTwip(landscape ? 20 : marginMm.right),
  },
});

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: headFont, size: 2 * size.small })],
  });

const markOf = (mark: string | undefined): Paragraph[] =>
  mark === undefined
    ? []
    : [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(mark, { size: 2 * size.mark })] })];

/** The page's number, and below it who took the document. */
export const footerOf = (mark: string | undefined): Footer => new Footer({ children: [pageNumber(), ...markOf(mark)] });

/** A cell has one paragraph at least. */
export const linesOf = (text: string): string[] => (text.trim() === '' ? [''] : paragraphsOf(text));

/** Its head stands on each page. */
export function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const cellOf = (text: string, index: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: ((columns[index]?.share ?? 0) / whole) * 100, type: WidthType.PERCENTAGE },
      children: linesOf(text).map((line) => new Paragraph({ children: [run(line, { size: 2 * size.table, bold })] })),
    });
  const rowOf = (cells: readonly string[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map((text, index) => cellOf(text, index, isHeader)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      rowOf(
        columns.map(({ label }) => label),
        true,
      ),
      ...rows.map((row) => rowOf(row, false)),
    ],
  });
}
