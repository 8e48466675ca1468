import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a citizen wrote, as the file has it. */
export interface Message {
  /** By what the file names it, if it does. */
  readonly id: string | null;
  readonly title: string;
  readonly text: string;
  /** Whoever wrote it, by whatever name the file gives; the same writer is the same citizen. */
  readonly user: string;
  /** When it was written, if the file says so in a form that is understood. */
  readonly writtenAt: string | null;
}

/** A file that cannot be played, in one line. */
export class UnreadableMessages extends Error {}

/** Reads a file of one JSON object a line. @throws UnreadableMessages */
export async function readMessages(file: string, limit: number): Promise<Message[]> {
  const messages: Message[] = [];
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      if (messages.length === limit) break;
      if (line.trim()) messages.push(messageOf(line, messages.length + 1));
    }
  } catch (error) {
    if (error instanceof UnreadableMessages) throw error;
    throw new UnreadableMessages(`${file} cannot be read: ${(error as Error).message}`);
  }
  if (messages.length === 0) throw new UnreadableMessages(`${file} holds no messages.`);
  return messages;
}

function messageOf(line: string, row: number): Message {
  const { id, title, text, user, time } = fieldsOf(line, row);
  if (typeof title !== 'string' || typeof text !== 'string') {
    throw new UnreadableMessages(`Row ${row} has no title or no text: a message needs both.`);
  }
  const whole = text.replaceAll('\u0000', '').trim().slice(0, 20_000);
  const named = title.replaceAll('\u0000', '').trim().slice(0, 200);
  const writer = typeof user === 'string' ? user : String(row);
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    title: named || whole.slice(0, 40) || '…',
    text: whole || named,
    user: writer,
    writtenAt: instantOf(time),
  };
}

const local = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2}):(\d{2})$/;

/** `2019/2/28 11:25:05`, Shanghai time. */
function instantOf(time: unknown): string | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    local.exec(typeof time === 'string' ? time : '') ?? [];
  if (!year) return null;
  const two = (digits: string): string => digits.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`;
}

function fieldsOf(line: string, row: number): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw new UnreadableMessages(`Row ${row} is no JSON object.`);
  }
}
