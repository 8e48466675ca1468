import { readCommandLine, Usage } from '../../scripts/command-line';

export interface Options {
  /** A file of one JSON object a line: title, text, reply. */
  readonly messages: string;
  readonly isJson: boolean;
}

const usage = `npm run bench:replies -- --messages FILE [--json]

Plants flaws into answers that departments gave, and tells of each kind how many the check of replies finds, and how often
it finds that flaw where it was not planted. Each line of the file is a JSON object with title, text and reply.

  --messages FILE  the answered messages; they are read there and copied nowhere
  --json           prints {flaw: {found, falseAlarms, asked}}, and what one check takes in msPerReply, and nothing else`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { help, messages, json } = parse(args);
  if (help || !messages) throw new Usage(usage);
  return { messages, isJson: json };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      messages: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: false,
  }).values;
