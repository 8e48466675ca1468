import { readCommandLine, Usage } from '../command-line';

export interface Options {
  /** Where backups are kept. */
  readonly place: string;
  /** Whether the files of attachments are copied too. */
  readonly attachments: boolean;
}

const usage = `npm run backup -- DIR [--attachments]

Writes the whole database as it stands at this instant into a new directory DIR/hotline-…, while people go on working:
one compressed part for each table, and manifest.json with version, instant, rows and the SHA-256 of every part. It has
its name once it is whole; a directory ending in .unfinished is what a killed backup left, and may go.

  --attachments  also copy the files of attachments, from the store that ATTACHMENT_DIR or the S3_ settings name, else
                 from attachments in DATA_DIR

The master key is NOT in it, and must not lie beside it: keep it apart. Without it nobody can read the citizens' personal
data in any backup. The tickets' texts stand in the backup as people wrote them: keep it like the database itself.

Where: the database of DATABASE_URL; else the embedded database in DATA_DIR (or this clone's own data directory), running
or stopped. How to restore one: npm run restore -- --help`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const [place, ...more] = positionals;
  if (values.help || place === undefined || more.length > 0) throw new Usage(usage);
  return { place, attachments: values.attachments ?? false };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: { attachments: { type: 'boolean' }, help: { type: 'boolean' } },
    usage,
    takesWords: true,
  });
