import { readCommandLine, Usage } from '../command-line';

export interface Options {
  readonly count: number;
  readonly days: number;
  readonly openShare: number;
  readonly seed: number;
  readonly imported: boolean;
  readonly verifyAll: boolean;
}

const usage = `npm run seed -- N [--days D] [--open P] [--seed N] [--channel import] [--verify-all]

Fills a database with N invented tickets, finished and open, through the rules of libs/ticket at past instants, with
chained history, clocks, ratings and search. For benches and for looking around; never for a system in use.

  --days D           spread over the last D days (180)
  --open P           of a hundred, how many are still open (5)
  --seed N           another seed gives other tickets (1)
  --channel import   as imported history, which reports do not count
  --verify-all       verify every history chain afterwards, not 2,000 of them

Where: the database of DATABASE_URL with its MASTER_KEY (or the master.key in DATA_DIR); else the embedded database in
DATA_DIR (or this clone's own data directory), running or stopped: a running hotline goes on, a stopped one is started
for the seed and stopped again.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const [count, ...more] = positionals;
  if (values.help || count === undefined || more.length > 0) throw new Usage(usage);
  if (values.channel !== undefined && values.channel !== 'import') throw new Usage('--channel takes only import.');
  return {
    count: number('N', count, { from: 1, to: 50_000_000 }),
    days: number('--days', values.days, { from: 20, to: 1_800 }),
    openShare: number('--open', values.open, { from: 0, to: 100 }) / 100,
    seed: number('--seed', values.seed, { from: 1, to: 2 ** 31 }),
    imported: values.channel === 'import',
    verifyAll: values['verify-all'] ?? false,
  };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      days: { type: 'string', default: '180' },
      open: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      channel: { type: 'string' },
      'verify-all': { type: 'boolean' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: true,
  });

function number(name: string, given: string, { from, to }: { from: number; to: number }): number {
  const value = Number(given);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Usage(`${name} takes a whole number from ${from} to ${to}, not "${given}".`);
}
