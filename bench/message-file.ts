import { readFile } from 'node:fs/promises';

/** A file that cannot be measured with, in one line. */
export class UnreadableMessages extends Error {}

/** Messages of a file of one JSON object a line, as `read` makes them of what they hold. @throws UnreadableMessages */
export async function readMessageFile<Message>(
  file: string,
  read: (fields: Readonly<Record<string, unknown>>, place: string) => Message,
): Promise<Message[]> {
  const written = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UnreadableMessages(`${file} cannot be read: ${(error as Error).message}`);
  });
  const lines = written.split('\n').filter((line) => line.trim());
  if (lines.length === 0) throw new UnreadableMessages(`${file} holds no messages.`);
  return lines.map((line, index) => {
    const place = `${file}, line ${index + 1}`;
    return read(fieldsOf(line, place), place);
  });
}

function fieldsOf(line: string, place: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw new UnreadableMessages(`${place}: no JSON object.`);
  }
}
