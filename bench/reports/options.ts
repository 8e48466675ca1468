import { readCommandLine, Usage } from '../../scripts/command-line';

export interface Options {
  /** Tickets of the simulated period, with their copies. */
  readonly tickets: number;
  /** For so long tickets come in while reports are read. */
  readonly seconds: number;
  /** The data directory that is kept, if it is. */
  readonly data: string | undefined;
}

const usage = `npm run bench:reports [-- --tickets N] [--seconds N] [--data DIR]

Measures what managers wait for: each table of a month and the tickets behind a cell while 50 tickets a second come in,
and how long it takes to count everything anew, to the same rows. Each figure with its target.

  --tickets N   of the district's simulated period (npm run demo:district); what is more than 71,317 are copies (1000000)
  --seconds N   so long tickets come in while reports are read (60)
  --data DIR    a data directory to keep; one that has as many tickets already is measured as it is

Results: bench/results/*.json. It ends with 0 unless something broke; a missed target is printed, not an error.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { help, data, ...given } = parse(args);
  if (help) throw new Usage(usage);
  const [tickets, seconds] = [given.tickets, given.seconds].map(Number);
  for (const each of [tickets, seconds])
    if (!Number.isInteger(each) || Number(each) < 1) throw new Usage(`Numbers are whole, of at least 1.\n\n${usage}`);
  return { tickets, seconds, data } as Options;
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      tickets: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '60' },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: false,
  }).values;
