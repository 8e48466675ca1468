import { readCommandLine, Usage } from '../../scripts/command-line';

export interface Options {
  /** Files of one JSON object a line: title, text, label. */
  readonly train: string;
  readonly test: string;
  readonly isJson: boolean;
}

const usage = `npm run bench:routing -- --train FILE --test FILE [--json]

Learns labels from one file of messages and measures on another how well a suggestion is right, how sure it is of it,
and what learning and judging cost. Each line of a file is a JSON object with title, text and label.

  --train FILE   to learn from; cut-offs are chosen on it alone
  --test FILE    to measure on
  --json         prints {macroF1, accuracy, top3, auto: {target, coverage, precision}, msPerMessage, trainSeconds,
                 modelBytes} and nothing else; run npm with --silent, or it announces itself first`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { help, train, test, json } = parse(args);
  if (help || !train || !test) throw new Usage(usage);
  return { train, test, isJson: json };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: false,
  }).values;
