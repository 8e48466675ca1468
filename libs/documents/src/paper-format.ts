import { docxPaper } from './docx-paper';
import type { Paper } from './paper';
import { pdfPaper } from './pdf-paper';
import { xlsxPaper } from './xlsx-paper';

/** What a paper can be had as: workbooks and DOCX where people go on editing, PDF where it is final. */
export const paperFormats = {
  xlsx: xlsxPaper,
  docx: docxPaper,
  pdf: pdfPaper,
} as const satisfies Record<string, (paper: Paper) => Promise<Buffer>>;

export type PaperFormat = keyof typeof paperFormats;
