import { TextDecoder } from 'node:util';

/** The encodings that tables come in: what everybody writes today, and what Excel in China saves CSV as. */
export const encodings = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** Finds out, while a file passes by, in which encodings it can be read. */
export class EncodingWatch {
  private readonly possible = new Map<Encoding, TextDecoder>(
    encodings.map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })]),
  );

  see(chunk: Uint8Array): void {
    for (const [encoding, decoder] of this.possible) if (!decodes(decoder, chunk)) this.possible.delete(encoding);
  }

  /** At the end of the file; null when it is text in neither. */
  found(): Encoding | null {
    for (const [encoding, decoder] of this.possible) if (decodes(decoder)) return encoding;
    return null;
  }
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** A file's text as it is read; a mark at its beginning is no part of it. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
