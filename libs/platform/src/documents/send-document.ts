import type { FastifyReply } from 'fastify';
import { documentFormats, type DocumentFormat } from '#documents/document-format';
import type { OfficialDocument } from '#documents/official-document';
import { renderDocument } from '#documents/render-document';
import { attachmentHeader } from '../attachment-header';

/** Sends a document as a file of this name; it stays in no cache. */
export async function sendDocument(
  reply: FastifyReply,
  document: OfficialDocument,
  { name, format }: { name: string; format: DocumentFormat },
): Promise<undefined> {
  await reply
    .header('content-disposition', attachmentHeader(`${name}.${format}`))
    .header('cache-control', 'private, no-store')
    .type(documentFormats[format].type)
    .send(await renderDocument(document, format));
  return undefined;
}
