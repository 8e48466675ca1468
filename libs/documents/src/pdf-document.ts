import pdfmake, { type Content, type Definition } from 'pdfmake';
import { fontFiles, printable } from './document-fonts';
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

const { marginMm, size } = pageLayout;
const red = `#${pageLayout.red}`;
const ownFiles: readonly string[] = Object.values(fontFiles);

pdfmake.setFonts({ serif: { ...fontFiles } });
// A document brings its text and nothing else: no picture is fetched, no other file is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => ownFiles.includes(path));

/** The document as PDF. The same document gives the same bytes, whenever and wherever it is asked for. */
export async function pdfOf(given: OfficialDocument): Promise<Buffer> {
  const document = legible(given);
  const definition = {
    ...page(document),
    content: [...headOf(document), ...addresseesOf(document), ...document.blocks.flatMap(blockOf), ...endOf(document)],
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** No program that reads it brings a type that ours does not have. */
const legible = (document: OfficialDocument): OfficialDocument =>
  JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ) as OfficialDocument;

function page({ title, landscape, date, mark = '' }: OfficialDocument): Omit<Definition, 'content'> {
  const { left, top, right, bottom } = marginMm;
  // Its own day, not that of whoever asks.
  const made = new Date(`${date}T00:00:00Z`);
  return {
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: landscape
      ? [points(20), points(20), points(20), points(18)]
      : [points(left), points(top), points(right), points(bottom)],
    info: { title, creationDate: made, modDate: made },
    defaultStyle: { font: 'serif', fontSize: size.body, lineHeight: 1.15 },
    footer: (current: number) => [
      { text: `— ${current} —`, alignment: 'center', fontSize: size.small },
      { text: mark, alignment: 'center', fontSize: size.mark },
    ],
  };
}

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

function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): Content {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return {
    fontSize: size.table,
    margin: [0, 4, 0, 10],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ share }) => `${((share / whole) * 100).toFixed(3)}%`),
      body: [
        columns.map(({ label }) => ({ text: label, bold: true, alignment: 'center' })),
        ...rows.map((row) => [...row]),
      ],
    },
  };
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
