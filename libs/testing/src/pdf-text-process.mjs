// Reads a PDF from standard input and prints the text of each page, one JSON list. A process of its own: the reader is an
// ES module, which Jest cannot load.
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pdf = await getDocument({ data: new Uint8Array(await buffer(process.stdin)), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  pages.push(items.map((item) => item.str).join(''));
}
process.stdout.write(JSON.stringify(pages));
