/** Errors whose words are all that whoever started the process has to read. */
type Told = readonly (abstract new (...values: never[]) => Error)[];

/** Runs a process to its exit code, 0 when `main` answers no number; ends it with 1 and the reason when `main` fails. */
export function runToExit(main: () => Promise<unknown>, told: Told): void {
  main().then((code) => process.exit(typeof code === 'number' ? code : 0), exitSayingWhy(told));
}

/** Ends the process with 1: in the error's own words, or with its stack when nobody expected it. */
export const exitSayingWhy =
  (told: Told) =>
  (error: unknown): never => {
    const isTold = told.some((kind) => error instanceof kind);
    const { message, stack } = error as Error;
    process.stderr.write(`${isTold ? message : String(stack ?? error)}\n`);
    process.exit(1);
  };
