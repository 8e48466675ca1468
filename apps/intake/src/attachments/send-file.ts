import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attachmentHeader } from '#platform/attachment-header';
import { Refusal } from '#platform/problems';
import { MissingFile, type ByteRange, type FileStore } from './file-store';

/** A file of the store, as somebody is sent it. */
export interface ServedFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Of a file as it came in: parts of it may be asked for. */
  readonly whole?: { readonly bytes: number; readonly sha256: string };
}

/** Nothing of a file runs or is shown as a page, whatever it holds; it stays in no cache. */
const headers = {
  'content-security-policy': `default-src 'none'; frame-ancestors 'none'; sandbox`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
} as const;

/** Streams it, or the part that was asked for. @throws Refusal when there is no such part, or the store has lost it */
export async function sendFile(reply: FastifyReply, store: FileStore, file: ServedFile): Promise<void> {
  const range = file.whole && rangeOf(reply, file.whole);
  const { content, bytes } = await store.read(file.key, range).catch(lost);
  void reply.headers({ ...headers, 'content-disposition': attachmentHeader(file.name), 'content-length': bytes });
  if (file.whole) void reply.headers({ 'accept-ranges': 'bytes', etag: `"${file.whole.sha256}"` });
  if (file.whole && range)
    void reply.status(206).header('content-range', `bytes ${range.first}-${range.last}/${file.whole.bytes}`);
  await reply.type(file.type).send(content);
}

/** One part, as players ask for it; whoever asks for several, or for a part of another file, gets the whole. */
function rangeOf(reply: FastifyReply, { bytes, sha256 }: { bytes: number; sha256: string }): ByteRange | undefined {
  const { range, 'if-range': ifRange } = reply.request.headers;
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if ((from === '' && to === '') || (ifRange !== undefined && ifRange !== `"${sha256}"`)) return undefined;
  const first = from === '' ? Math.max(bytes - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (first <= last) return { first, last };
  void reply.header('content-range', `bytes */${bytes}`);
  throw new Refusal('range-not-satisfiable', '文件没有这一部分');
}

function lost(error: unknown): never {
  if (!(error instanceof MissingFile)) throw error;
  new Logger('attachments').error(error.message);
  throw new Refusal('unavailable', '文件读取不到，请联系系统管理员');
}
