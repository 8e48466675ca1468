import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { extractRawText } from 'mammoth';

/** The text of each page of a PDF, as another reader finds it. */
export function pagesOfPdf(pdf: Uint8Array): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = join(__dirname, 'pdf-text-process.mjs');
    const reader = execFile(process.execPath, [script], { maxBuffer: 16_777_216 }, (error, stdout) => {
      if (error) reject(new Error(error.message, { cause: error }));
      else resolve(JSON.parse(stdout) as string[]);
    });
    reader.stdin?.end(pdf);
  });
}

/** The text of a DOCX, a line for each paragraph, as another reader finds it. */
export const textOfDocx = async (docx: Uint8Array): Promise<string> =>
  (await extractRawText({ buffer: Buffer.from(docx) })).value;
