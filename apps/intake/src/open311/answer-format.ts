import type { FastifyReply } from 'fastify';
import { Refusal } from '#platform/problems';
import { xmlDocument } from './to-xml';

export const formats = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const;
export type Format = keyof typeof formats;

/** The format that an address asks for by its ending; XML, the standard's own, where it says none that we have. */
export const formatOf = (url: string): Format => (/\.json($|\?)/.test(url) ? 'json' : 'xml');

/** `city.waste.json` is the code `city.waste`. @throws Refusal for an ending that is no format */
export function withoutFormat(name: string): string {
  const found = /^(.+)\.(json|xml)$/.exec(name)?.[1];
  if (found === undefined) throw new Refusal('not-found', '没有这个地址：地址须以 .json 或 .xml 结尾');
  return found;
}

/** Answers as the address asks. `root` is the outermost element of XML; JSON has none. */
export function send(reply: FastifyReply, { format, root, status = 200 }: Shown, value: unknown): void {
  const text = format === 'json' ? JSON.stringify(value) : xmlDocument(root, value);
  void reply.status(status).type(formats[format]).send(text);
}

interface Shown {
  readonly format: Format;
  readonly root: string;
  readonly status?: number;
}
