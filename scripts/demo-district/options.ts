import { readCommandLine, Usage } from '../command-line';

export interface Options {
  readonly beside: boolean;
  readonly seed: number;
}

const usage = `npm run demo:district [-- --beside] [--seed N]

Lives through the seven months of 2021 for which a district published its hotline's figures: 71,317 tickets received,
71,122 handled, 69,884 counted as satisfied. Invented citizens call about invented matters; departments sign, contact,
return, answer late or in time; every step goes through the rules of libs/ticket at its own past instant, with chained
history and the clocks that ran. Nobody is sent anything, and nothing comes due. At the end the figures are counted and
shown as the report shows them.

  --beside   also when the database has tickets already: the period's figures then hold those of both
  --seed N   another seed gives other tickets, of which the same is counted (1)

Where: the database of DATABASE_URL with its MASTER_KEY (or the master.key in DATA_DIR); else the embedded database in
DATA_DIR (or this clone's own data directory), running or stopped.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { values } = readCommandLine(args, {
    options: {
      beside: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: false,
  });
  if (values.help) throw new Usage(usage);
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 1 || seed > 2 ** 31)
    throw new Usage(`--seed takes a whole number from 1 to ${2 ** 31}, not "${values.seed}".`);
  return { beside: values.beside, seed };
}
