import { readCommandLine, Usage } from '../scripts/command-line';
import { benchNames, type BenchName } from './benches/benches';

export interface Options {
  readonly only: readonly BenchName[];
  readonly runs: number;
  readonly profile: string | undefined;
  readonly messages: string | undefined;
}

const usage = `npm run bench [-- --only NAME]... [--runs N] [--profile DIR] [--messages FILE]

Measures a hotline of its own (own data directory, fsync on) and prints each figure with its target.

  --only NAME     only this bench, may be repeated: ${benchNames.join(', ')}
  --runs N        runs of which the median counts (3)
  --profile DIR   write a CPU profile of the hotline's process there
  --messages FILE for look-alikes: the citizens' messages that bench/look-alikes/labels.jsonl judges, one JSON object
                  a line with id, title and text; also as MESSAGES_FILE. They are read there and copied nowhere

Results: bench/results/*.json. It ends with 0 unless something broke; a missed target is printed, not an error.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const only = values.only ?? benchNames;
  const unknown = only.find((name) => !isBench(name));
  if (values.help || positionals.length > 0 || unknown !== undefined) throw new Usage(usage);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Usage(`--runs takes a whole number of at least 1.`);
  const messages = values.messages ?? process.env['MESSAGES_FILE'];
  return { only: benchNames.filter((name) => only.includes(name)), runs, profile: values.profile, messages };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      only: { type: 'string', multiple: true },
      runs: { type: 'string', default: '3' },
      profile: { type: 'string' },
      messages: { type: 'string' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: true,
  });

const isBench = (name: string): name is BenchName => (benchNames as readonly string[]).includes(name);
