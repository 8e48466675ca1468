import { readFile } from 'node:fs/promises';
import type { Example } from '#routing/suggestion/suggestion-model';

/** A file that cannot be measured with, in one line. */
export class UnreadableExamples extends Error {}

/** @throws UnreadableExamples */
export async function labelledMessages(file: string): Promise<Example[]> {
  const written = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UnreadableExamples(`${file} cannot be read: ${(error as Error).message}`);
  });
  const lines = written.split('\n').filter((line) => line.trim());
  if (lines.length === 0) throw new UnreadableExamples(`${file} holds no messages.`);
  return lines.map((line, index) => exampleOf(line, `${file}, line ${index + 1}`));
}

function exampleOf(line: string, place: string): Example {
  const { title, text, label } = fieldsOf(line, place);
  const isLabel = typeof label === 'string' || typeof label === 'number';
  if (typeof title !== 'string' || typeof text !== 'string' || !isLabel)
    throw new UnreadableExamples(`${place}: a message needs a title, a text and a label.`);
  return { title, text, label: String(label) };
}

function fieldsOf(line: string, place: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw new UnreadableExamples(`${place}: no JSON object.`);
  }
}
