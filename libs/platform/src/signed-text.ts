import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './problems';

const texts = new WeakMap<FastifyRequest, string>();

/** The body of a signed request as it came: a signature is over these bytes. Empty for one that is not signed. */
export const signedTextOf = (request: FastifyRequest): string => texts.get(request) ?? '';

/** Before Fastify reads a body: of a request that brings a signature, what it is over is kept. @throws Refusal */
export async function keepSignedText(
  request: FastifyRequest,
  payload: AsyncIterable<Buffer>,
  limitBytes: number,
): Promise<Readable> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    length += chunk.length;
    if (length > limitBytes) throw new Refusal('too-large', '请求内容过大');
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  texts.set(request, whole.toString());
  return Readable.from([whole], { objectMode: false });
}
