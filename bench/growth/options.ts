import { readCommandLine, Usage } from '../../scripts/command-line';

export interface Options {
  /** Stored tickets, ascending. */
  readonly sizes: readonly number[];
  /** Where a data directory is kept for each of them. */
  readonly data: string | undefined;
}

const usage = `npm run bench:growth [-- --sizes N,N,…] [--data DIR]

Measures what registering, searching and look-alikes cost with ever more tickets stored, on a hotline for each number of
them, in turns, and prints one table. What costs more than 1.5 times as much as with the fewest is marked.

  --sizes N,N,…   stored tickets (10000,100000,1000000); a million take a quarter of an hour to make
  --data DIR      a directory to keep the data directories in, one named after each number of tickets; one that holds
                  as many already is measured as it is`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const sizes = values.sizes.split(',').map(Number);
  const isWrong = sizes.some((size, index) => !Number.isInteger(size) || size < 1 || size <= (sizes[index - 1] ?? 0));
  if (values.help || positionals.length > 0 || isWrong) throw new Usage(usage);
  return { sizes, data: values.data };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: true,
  });
