const newline = 10;

/** Passes text on and tells how many lines ended in each piece of it. */
export async function* countLines(
  chunks: AsyncIterable<Buffer>,
  tell: (lines: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    let lines = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines += 1;
    tell(lines);
    yield chunk;
  }
}
