import { parseArgs } from 'node:util';
import { Usage } from '../seed/options';

export interface Options {
  /** Where exported anchors lie, if they are to be compared. */
  readonly anchors: string | undefined;
  /** Whether the files of attachments are read and compared with the digests in history. */
  readonly attachments: boolean;
}

const usage = `npm run audit:verify -- [--anchors DIR] [--attachments]

Verifies that nobody changed history: every line of every ticket against the chain, the texts and the ticket as they
stand, every daily anchor's signature, root and link, and that each chain leads through the heads that were anchored.
Text that was erased is no break. Names the first break, and how many there are.

  --anchors DIR  also compare the files of exported anchors in DIR with the database's: whoever could write the
                 database could have written its anchors anew, but not the copies kept elsewhere
  --attachments  also read every attachment from the store and compare it with the digest in its ticket's history; the
                 store is that of ATTACHMENT_DIR or the S3_ settings, else attachments in DATA_DIR

Where: the database of DATABASE_URL with its MASTER_KEY (or the master.key in DATA_DIR); else the embedded database in
DATA_DIR (or this clone's own data directory), running or stopped. It changes nothing, and people may go on working.

It ends with 0 when everything holds, else with 1.`;

/** @throws Usage */
export function readOptions(args: readonly string[]): Options {
  const { anchors, attachments = false, help } = parse(args);
  if (help) throw new Usage(usage);
  return { anchors, attachments };
}

function parse(args: readonly string[]) {
  const options = { anchors: { type: 'string' }, attachments: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n\n${usage}`);
  }
}
