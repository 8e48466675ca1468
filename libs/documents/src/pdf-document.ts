import type { Content } from 'pdfmake';
import {
  dateInWords,
  draftNumber,
  formShares,
  isToWriteIn,
  paragraphsOf,
  type DocumentBlock,
  type FormBlock,
  type FormRow,
  type OfficialDocument,
} from './official-document';
import { pageLayout, points } from './page-layout';
import { pdfBytes, tableOf } from './pdf-parts';

const { marginMm, size } = pageLayout;
const red = `#${pageLayout.red}`;

/** The document as PDF. The same document gives the same bytes, whenever and wherever it is asked for. */
export const pdfOf = (given: OfficialDocument): Promise<Buffer> =>
  pdfBytes(given, (document) => [
    ...headOf(document),
    ...addresseesOf(document),
    ...document.blocks.flatMap(blockOf),
    ...endOf(document),
  ]);

function headOf({ redHead, number, signedBy, title, landscape }: OfficialDocument): Content[] {
  const heading: Content = {
    text: title,
    bold: true,
    fontSize: size.title,
    alignment: 'center',
    margin: [0, 14, 0, 14],
  };
  if (redHead === null) return [heading];
  const widthPoints = points(landscape ? 297 - 40 : 210 - marginMm.left - marginMm.right);
  return [
    { text: redHead, color: red, bold: true, fontSize: size.head, characterSpacing: 12, alignment: 'center' },
    {
      margin: [0, 18, 0, 4],
      columns: [
        { text: number ?? draftNumber },
        { text: signedBy === null ? '' : `签发人：${signedBy}`, alignment: 'right' },
      ],
    },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: widthPoints, y2: 0, lineWidth: 2, lineColor: red }] },
    heading,
  ];
}

const addresseesOf = ({ addressees }: OfficialDocument): Content[] =>
  addressees.length === 0 ? [] : [{ text: `${addressees.join('、')}：` }];

function blockOf(block: DocumentBlock): Content[] {
  if (block.kind === 'table') return [tableOf(block)];
  if (block.kind === 'form') return [formOf(block)];
  if (block.kind === 'heading')
    return [{ text: block.text, bold: true, leadingIndent: 2 * size.body, margin: [0, 4, 0, 0] }];
  return paragraphsOf(block.text).map((text) => ({ text, leadingIndent: 2 * size.body, alignment: 'justify' }));
}

function formOf(block: FormBlock): Content {
  const { label, text } = formShares;
  return {
    fontSize: size.form,
    margin: [0, 4, 0, 10],
    table: {
      dontBreakRows: isToWriteIn(block),
      widths: [label, text, label, text].map((share) => `${share}%`),
      heights: block.rows.map(({ heightMm }) => (heightMm === undefined ? 'auto' : points(heightMm))),
      body: block.rows.map(formCells),
    },
  };
}

/** Four cells, of which one that stands alone takes three. */
function formCells({ pairs }: FormRow): Content[] {
  const colSpan = pairs.length === 1 ? 3 : 1;
  const cells = pairs.flatMap(([label, text]) => [
    { text: label, bold: true, alignment: 'center' },
    { text, colSpan },
  ]);
  return colSpan === 1 ? cells : [...cells, {}, {}];
}

function endOf({ office, date, copiesTo, redHead }: OfficialDocument): Content[] {
  const signature: Content = {
    stack: [office, dateInWords(date)],
    alignment: 'right',
    margin: [0, 24, 2 * size.body, 0],
    unbreakable: true,
  };
  if (redHead === null) return [signature];
  const copies = copiesTo.length === 0 ? [] : [`抄送：${copiesTo.join('、')}`];
  return [
    signature,
    {
      margin: [0, 20, 0, 0],
      fontSize: size.small,
      layout: { vLineWidth: () => 0, hLineWidth: () => 0.7 },
      table: {
        widths: ['*'],
        dontBreakRows: true,
        body: [...copies, `${office}　　${dateInWords(date)}印发`].map((text) => [{ text }]),
      },
    },
  ];
}
