import { readCommandLine, Usage } from '../../scripts/command-line';
import { sweptClocks } from './sweeps';

export interface Options {
  /** Running clocks of the large hotline, and of the small one it is compared with. */
  readonly clocks: number;
  readonly few: number;
  /** Clocks that become due each second, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
  /** Where the data directories are kept, if they are. */
  readonly data: string | undefined;
}

const usage = `npm run bench:deadlines [-- --clocks N] [--few N] [--rate N] [--seconds N] [--data DIR]

Measures what watching over running clocks costs: a changed calendar until all of them follow it, from due to recorded
while many become due each second, one look with many clocks against one with few, and the computing of one due time and
of its receipt. Each figure with its target.

  --clocks N    running clocks (1000000); of some 300,000 open tickets; 50,000 are seeded, the others are copies
  --few N       of the hotline that the looks are compared with (10000)
  --rate N      clocks that become due each second (1000)
  --seconds N   for so long (60)
  --data DIR    a directory to keep the data directories in, one named after each number of clocks; one that has as many
                already is measured as it is

Results: bench/results/*.json. It ends with 0 unless something broke; a missed target is printed, not an error.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { help, data, ...given } = parse(args);
  if (help) throw new Usage(usage);
  const [clocks, few, rate, seconds] = [given.clocks, given.few, given.rate, given.seconds].map(Number);
  for (const each of [clocks, few, rate, seconds])
    if (!Number.isInteger(each) || Number(each) < 1) throw new Usage(`Numbers are whole, of at least 1.\n\n${usage}`);
  const options = { clocks, few, rate, seconds, data } as Options;
  if (options.few < sweptClocks) throw new Usage(`--few takes at least ${sweptClocks}: so many are marked in looks.`);
  if (options.clocks < options.rate * options.seconds + sweptClocks || options.clocks < options.few)
    throw new Usage(`--clocks takes at least --few, and --rate times --seconds and ${sweptClocks} more.`);
  return options;
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      clocks: { type: 'string', default: '1000000' },
      few: { type: 'string', default: '10000' },
      rate: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '60' },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: false,
  }).values;
