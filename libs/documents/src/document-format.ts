import { docxOf } from './docx-document';
import type { OfficialDocument } from './official-document';
import { pdfOf } from './pdf-document';

/** What a document can be had as: DOCX where people go on editing, PDF where it is final. */
export const documentFormats = {
  pdf: { type: 'application/pdf', render: pdfOf },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', render: docxOf },
} as const satisfies Record<string, { type: string; render(document: OfficialDocument): Promise<Buffer> }>;

export type DocumentFormat = keyof typeof documentFormats;
