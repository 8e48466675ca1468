import { readCommandLine, Usage } from '../command-line';

export interface Options {
  readonly file: string;
  readonly limit: number;
  readonly concurrency: number;
  readonly base: string;
  readonly seed: number;
  readonly password: string;
}

const usage = `npm run replay -- FILE [--limit N] [--concurrency N] [--base URL] [--seed N] [--password WORD]

Plays citizens' messages (one JSON object a line: title, text, optionally user and time) on a running hotline as
agents, departments, reviewers and citizens would, and then holds its own book against the hotline's figures.

  --limit N        play the first N messages only
  --concurrency N  journeys at once (24)
  --base URL       where the hotline runs (http://127.0.0.1:12345)
  --seed N         another seed plays other stories (1)
  --password WORD  the demo accounts' password (the environment's DEMO_PASSWORD)

It ends with 0 when everything reconciles, else with 1.`;

/** @throws Usage */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (values.help || !file || more.length > 0) throw new Usage(usage);
  const password = values.password ?? environment.DEMO_PASSWORD;
  if (!password) throw new Usage("Give the demo accounts' password as DEMO_PASSWORD or --password.");
  return {
    file,
    limit: whole('limit', values.limit, Infinity),
    concurrency: whole('concurrency', values.concurrency, 24),
    base: address(values.base),
    seed: whole('seed', values.seed, 1),
    password,
  };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      limit: { type: 'string' },
      concurrency: { type: 'string' },
      seed: { type: 'string' },
      password: { type: 'string' },
      base: { type: 'string', default: 'http://127.0.0.1:12345' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: true,
  });

function whole(name: string, given: string | undefined, usual: number): number {
  if (given === undefined) return usual;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Usage(`--${name} takes a whole number of at least 1, not "${given}".`);
}

function address(given: string): string {
  if (/^https?:\/\//.test(given) && URL.canParse(given)) return given;
  throw new Usage(`--base takes an address such as http://127.0.0.1:12345, not "${given}".`);
}
