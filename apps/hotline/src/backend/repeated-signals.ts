const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds after the first signal from which another one means that a person has lost patience. */
const IMPATIENT = 5_000;

/**
 * Keeps a repeated signal from ending this process before its servers: a terminal, npm and `timeout` may each send
 * one for the same Ctrl-C, and a handler that hears one signal only leaves the next to end the process at once.
 * @returns the function that leaves signals alone again.
 */
export function outlastRepeatedSignals(): () => void {
  let first: number | undefined;
  const heard = () => {
    first ??= performance.now();
    if (performance.now() - first > IMPATIENT) process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  return () => {
    for (const signal of SIGNALS) process.off(signal, heard);
  };
}
