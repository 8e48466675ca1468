import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { fileFormats } from '#http-api/file-format';
import { methodOf, pathOf, routeNames, routeRow } from '#http-api/routes';
import { Refusal } from './problems';

/** The largest file that is read whole, in bytes: a spreadsheet of a thousand people is a twentieth of it. */
const wholeLimit = 2_097_152;

const fileRoutes = routeNames.filter((route) => routeRow(route).consumes);

/** What routes take besides JSON. */
export const fileTypes = [...new Set(fileRoutes.flatMap((route) => routeRow(route).consumes ?? []))];

/** The body of a request that brings a file: what streams as it arrives, anything else whole. @throws Refusal */
export async function fileOf(request: FastifyRequest, payload: IncomingMessage): Promise<IncomingMessage | Buffer> {
  const route = fileRoutes.find(
    (each) => methodOf(each) === request.method && pathOf(each) === request.routeOptions.url,
  );
  const { consumes = [], streams } = route ? routeRow(route) : {};
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (!consumes.includes(type.trim().toLowerCase()))
    throw new Refusal('unsupported-media-type', refusedWords(consumes));
  return streams ? payload : readWhole(payload);
}

/** What may be sent instead. */
export function refusedWords(consumes: readonly string[]): string {
  const known = Object.values(fileFormats).filter(({ type }) => consumes.includes(type));
  return known.length === 0 ? '只接受 application/json' : `请上传 ${known.map(({ label }) => label).join('、')} 文件`;
}

async function readWhole(payload: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > wholeLimit) throw new Refusal('too-large', '请求内容过大');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
