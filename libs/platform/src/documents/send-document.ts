import type { FastifyReply } from 'fastify';
import { documentFormats, type DocumentFormat } from '#documents/document-format';
import type { OfficialDocument } from '#documents/official-document';
import { renderDocument } from '#documents/render-document';
import { sendFile } from './send-file';

/** Sends a document as a file of this name; it stays in no cache. */
export async function sendDocument(
  reply: FastifyReply,
  document: OfficialDocument,
  { name, format }: { name: string; format: DocumentFormat },
): Promise<undefined> {
  const bytes = await renderDocument(document, format);
  return sendFile(reply, { name: `${name}.${format}`, type: documentFormats[format].type, bytes });
}
