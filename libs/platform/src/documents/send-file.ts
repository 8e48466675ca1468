import type { FastifyReply } from 'fastify';
import { attachmentHeader } from '../attachment-header';

/** Sends a file by its name; it stays in no cache. */
export async function sendFile(
  reply: FastifyReply,
  { name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Buffer },
): Promise<undefined> {
  await reply
    .header('content-disposition', attachmentHeader(name))
    .header('cache-control', 'private, no-store')
    .type(type)
    .send(bytes);
  return undefined;
}
