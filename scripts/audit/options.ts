import { readCommandLine, Usage } from '../command-line';

export interface Options {
  /** Where exported anchors lie, if they are to be compared. */
  readonly anchors: string | undefined;
  /** Whether the files of attachments are read and compared with the digests in history. */
  readonly attachments: boolean;
}

const usage = `npm run audit:verify -- [--anchors DIR] [--attachments]

Verifies that nobody changed the database behind its history's back:

  - every line of every ticket against the chain, and its text against the line's keyed digest
  - each ticket, its departments' parts, ratings, returns, calls, looks, third-party copies and files against what their
    lines tell; title, content, place, time and citizen against the digests of the registration, or the edit that said them
  - each account's name, roles, department, end and identity elsewhere against the administrative events
  - every daily anchor's signature, root and link, that each chain leads through the heads that were anchored, and that
    each past day on which history went on has its anchor

Text that an erasure took is no break. Registrations from before digests of parts tell of title, content and citizen only
together, so of those that were edited in part nobody can tell the rest (they are counted), and nothing of address, place,
time and attributes; edits tell all of these. What is proved by what, and what is not: docs/adr/0017-audit-anchors.md.
Names the first break, and how many there are.

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

const parse = (args: readonly string[]) =>
  readCommandLine(args, {
    options: { anchors: { type: 'string' }, attachments: { type: 'boolean' }, help: { type: 'boolean' } },
    usage,
    takesWords: false,
  }).values;
