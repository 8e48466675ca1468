import pdfmake, { type Content, type Definition } from 'pdfmake';
import { fontFiles, printable } from './document-fonts';
import type { DocumentBlock } from './official-document';
import { pageLayout, points } from './page-layout';
import { withTexts } from './with-texts';

const { marginMm, size } = pageLayout;
const ownFiles: readonly string[] = Object.values(fontFiles);

pdfmake.setFonts({ serif: { ...fontFiles } });
// A document brings its text and nothing else: no picture is fetched, no other file is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => ownFiles.includes(path));

/** What a page needs to be told. */
interface Sheet {
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly landscape?: boolean;
  readonly mark?: string;
}

/** The same content gives the same bytes. No program that reads it brings a type that ours does not have. */
export function pdfBytes<Said extends Sheet>(given: Said, contentOf: (said: Said) => Content[]): Promise<Buffer> {
  const said = withTexts(given, printable);
  return pdfmake.createPdf({ ...page(said), content: contentOf(said) }).getBuffer();
}

function page({ title, landscape, date, mark = '' }: Sheet): Omit<Definition, 'content'> {
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

/** Its head stands on each page. */
export function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): Content {
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
