import { readCommandLine, Usage } from '../command-line';

export interface Options {
  /** The backup. */
  readonly directory: string;
  /** A file that holds the master key, if it is neither in MASTER_KEY nor in the data directory. */
  readonly masterKey: string | undefined;
  /** Whether the files of the backup are read and compared, and nothing is restored. */
  readonly verifyOnly: boolean;
}

const usage = `npm run restore -- DIR [--master-key FILE] [--verify-only]

Restores the backup in DIR, which npm run backup wrote, into an empty database: all of it or nothing. It verifies every
part before it writes a row, and afterwards what came in: rows, running clocks, every line of history and the anchors.
Attachments that are in the backup go into the store that ATTACHMENT_DIR or the S3_ settings name, else into attachments
in DATA_DIR.

  --master-key FILE  the key that was kept apart from the backup; without it MASTER_KEY, or master.key in DATA_DIR. For the
                     embedded database it is put into the data directory too
  --verify-only      only read every file of the backup and compare it with what was written; needs no key, no database

Where: the database of DATABASE_URL; else the embedded database in DATA_DIR, which may be a directory that is still to be
made. A backup of an older version is brought to this one; one of a newer version is refused.

It ends with 0 when everything holds, else with 1. Then start the hotline: it goes on where the backup was taken.
Citizens who were erased after the backup are in it again: erase them anew. docs/how-to/backup.md says all there is to do.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const [directory, ...more] = positionals;
  if (values.help || directory === undefined || more.length > 0) throw new Usage(usage);
  return { directory, masterKey: values['master-key'], verifyOnly: values['verify-only'] ?? false };
}

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: {
      'master-key': { type: 'string' },
      'verify-only': { type: 'boolean' },
      help: { type: 'boolean' },
    },
    usage,
    takesWords: true,
  });
