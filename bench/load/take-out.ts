import type { FileFormat } from '#http-api/file-format';
import type { TicketType } from '#ticket/ticket-type';
import { memoryMbOf } from '../stand/process-facts';
import type { Stand } from '../stand/stand';

const lookMs = 250;
const newline = 0x0a;

export interface TakenOut {
  readonly seconds: number;
  readonly lines: number;
  /** The most memory the process had meanwhile. */
  readonly mostMb: number;
}

/** Takes the list of tickets out, reading the file as it comes. @throws Error when it was cut */
export async function takeOut(stand: Stand, format: FileFormat, type?: TicketType): Promise<TakenOut> {
  let mostMb = 0;
  const look = (): number => (mostMb = Math.max(mostMb, memoryMbOf(stand.pid)));
  const looking = setInterval(look, lookMs);
  const began = performance.now();
  try {
    const lines = await readThrough(stand, `/api/tickets?format=${format}${type ? `&type=${type}` : ''}`);
    look();
    return { seconds: (performance.now() - began) / 1_000, lines, mostMb };
  } finally {
    clearInterval(looking);
  }
}

async function readThrough({ staff }: Stand, path: string): Promise<number> {
  let lines = 0;
  const { body, trailers } = await staff.supervisor.file(path);
  for await (const chunk of body as AsyncIterable<Buffer>) for (const byte of chunk) if (byte === newline) lines += 1;
  if (trailers['x-export-cut'] !== 'false') throw new Error(`${path} was cut: ${JSON.stringify(trailers)}`);
  return lines;
}
