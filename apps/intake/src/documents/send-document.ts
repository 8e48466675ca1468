import type { FastifyReply } from 'fastify';
import { documentFormats, type DocumentFormat } from '#documents/document-format';
import type { OfficialDocument } from '#documents/official-document';
import { attachmentHeader } from '#platform/attachment-header';

/** Sends a document as a file of this name; it stays in no cache. */
export async function sendDocument(
  reply: FastifyReply,
  document: OfficialDocument,
  { name, format }: { name: string; format: DocumentFormat },
): Promise<undefined> {
  const { type, render } = documentFormats[format];
  await reply
    .header('content-disposition', attachmentHeader(`${name}.${format}`))
    .header('cache-control', 'private, no-store')
    .type(type)
    .send(await render(document));
  return undefined;
}
