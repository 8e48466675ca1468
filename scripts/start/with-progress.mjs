const [ON_A_TERMINAL_MS, IN_A_LOG_MS, SILENT_MS] = [100, 3000, 1000];
const SPINNER = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/**
 * Does one step and shows that it is alive when it takes longer than a second: a spinner with the seconds on a
 * terminal, a line every few seconds elsewhere. On stderr, so that what a command answers is alone on stdout.
 */
export async function withProgress(label, work) {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const terminal = process.stderr.isTTY;
  let frame = 0;
  const timer = setInterval(
    () => {
      const line = `${label} … ${Math.round(elapsed() / 1000)} s`;
      if (elapsed() < SILENT_MS) return;
      process.stderr.write(terminal ? `\r\x1b[K${SPINNER[frame++ % SPINNER.length]} ${line}` : `${line}\n`);
    },
    terminal ? ON_A_TERMINAL_MS : IN_A_LOG_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (elapsed() >= SILENT_MS)
      console.error(`${terminal ? '\r\x1b[K' : ''}${label}: ${(elapsed() / 1000).toFixed(1)} s`);
  }
}
