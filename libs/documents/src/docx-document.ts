import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import {
  dateInWords,
  draftNumber,
  formShares,
  paragraphsOf,
  type DocumentBlock,
  type FormBlock,
  type FormRow,
  type OfficialDocument,
} from './official-document';
import { footerOf, headFont, linesOf, pageOf, run, tableOf, twentieths } from './docx-parts';
import { pageLayout } from './page-layout';

const { marginMm, size, red } = pageLayout;
const firstLine = twentieths(2 * size.body);

/** The document as DOCX, to be edited further. */
export function docxOf(document: OfficialDocument): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: document.office,
      sections: [
        {
          properties: { page: pageOf(document) },
          footers: { default: footerOf(document.mark) },
          children: [
            ...headOf(document),
            ...addresseesOf(document),
            ...document.blocks.flatMap(blockOf),
            ...endOf(document),
          ],
        },
      ],
    }),
  );
}

function headOf({ redHead, number, signedBy, title, landscape }: OfficialDocument): Paragraph[] {
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twentieths(14), after: twentieths(14) },
    children: [run(title, { font: headFont, size: 2 * size.title, bold: true })],
  });
  if (redHead === null) return [heading];
  const widthMm = landscape ? 257 : 210 - marginMm.left - marginMm.right;
  const signed = signedBy === null ? '' : `\t签发人：${signedBy}`;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(redHead, { font: headFont, size: 2 * size.head, bold: true, color: red, characterSpacing: 240 })],
    }),
    new Paragraph({
      spacing: { before: twentieths(18) },
      tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(widthMm) }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: red, space: 4 } },
      children: [run(`${number ?? draftNumber}${signed}`)],
    }),
    heading,
  ];
}

const addresseesOf = ({ addressees }: OfficialDocument): Paragraph[] =>
  addressees.length === 0 ? [] : [new Paragraph({ children: [run(`${addressees.join('、')}：`)] })];

function blockOf(block: DocumentBlock): (Paragraph | Table)[] {
  if (block.kind === 'table') return [tableOf(block)];
  if (block.kind === 'form') return [formOf(block)];
  const indent = { firstLine };
  if (block.kind === 'heading')
    return [new Paragraph({ indent, keepNext: true, children: [run(block.text, { bold: true })] })];
  return paragraphsOf(block.text).map(
    (text) => new Paragraph({ indent, alignment: AlignmentType.JUSTIFIED, children: [run(text)] }),
  );
}

const formOf = ({ rows }: FormBlock): Table =>
  new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.map(formRowOf) });

function formRowOf({ pairs, heightMm }: FormRow): TableRow {
  const isAlone = pairs.length === 1;
  const cellOf = (text: string, columns: number, share: number, bold = false): TableCell =>
    new TableCell({
      columnSpan: columns,
      width: { size: share, type: WidthType.PERCENTAGE },
      children: linesOf(text).map((line) => new Paragraph({ children: [run(line, { size: 2 * size.form, bold })] })),
    });
  return new TableRow({
    cantSplit: heightMm !== undefined,
    ...(heightMm !== undefined && {
      height: { value: convertMillimetersToTwip(heightMm), rule: HeightRule.ATLEAST },
    }),
    children: pairs.flatMap(([label, text]) => [
      cellOf(label, 1, formShares.label, true),
      isAlone ? cellOf(text, 3, 100 - formShares.label) : cellOf(text, 1, formShares.text),
    ]),
  });
}

function endOf({ office, date, copiesTo, redHead }: OfficialDocument): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: firstLine } };
  const signature = [
    new Paragraph({ ...right, spacing: { before: twentieths(28) }, children: [run(office)] }),
    new Paragraph({ ...right, children: [run(dateInWords(date))] }),
  ];
  if (redHead === null) return signature;
  const line = { style: BorderStyle.SINGLE, size: 6, space: 1 };
  const copies = copiesTo.length === 0 ? [] : [`抄送：${copiesTo.join('、')}`];
  const imprint = [...copies, `${office}　　${dateInWords(date)}印发`].map(
    (text, index) =>
      new Paragraph({
        spacing: { before: index === 0 ? twentieths(40) : 0 },
        border: { top: line, bottom: line },
        children: [run(text, { size: 2 * size.small })],
      }),
  );
  return [...signature, ...imprint];
}
