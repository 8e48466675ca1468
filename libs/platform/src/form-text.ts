import type { FastifyRequest } from 'fastify';
import { refusedWords } from './file-body';
import { Refusal } from './problems';

export const formType = 'application/x-www-form-urlencoded';

/** Forms are how Open311 asks, by a key that no other site's page knows; nowhere else do they say anything. @throws Refusal */
export function formText(request: FastifyRequest, body: string | Buffer): Promise<string> {
  if (!request.url.startsWith('/open311/')) throw new Refusal('unsupported-media-type', refusedWords([]));
  return Promise.resolve(body.toString());
}
