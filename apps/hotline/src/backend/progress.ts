/** Milliseconds between two signs of life. */
const [ON_A_TERMINAL, IN_A_LOG] = [200, 3_000];
const SILENT = 1_000;

/**
 * Does one step of the start and shows that it is alive when it takes longer than a second: a line that counts the
 * seconds on a terminal, a line every few seconds elsewhere.
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const terminal = process.stdout.isTTY;
  const show = () => {
    const elapsed = performance.now() - began;
    const line = `${label} … ${Math.round(elapsed / 1000)} s`;
    if (elapsed >= SILENT) process.stdout.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, terminal ? ON_A_TERMINAL : IN_A_LOG);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    const elapsed = performance.now() - began;
    if (elapsed >= SILENT)
      process.stdout.write(`${terminal ? '\r\x1b[K' : ''}${label}: ${(elapsed / 1000).toFixed(1)} s\n`);
  }
}
