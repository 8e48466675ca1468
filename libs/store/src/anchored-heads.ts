import { leafHash } from './merkle-root';
import { beforeEveryId, pagesAfter } from './pages-after';
import type { Sql } from './sql';

/** How far a chain had come: a leaf of the anchors. */
export interface AnchoredHead {
  readonly [column: string]: unknown;
  /** A ticket's id, or that of a chain of the whole house. */
  readonly chain: string;
  readonly seq: number;
  /** In hex. */
  readonly hash: string;
}

/** A leaf as it stands in an exported file, byte for byte: what is hashed into the tree. */
export const leafLine = ({ chain, hash, seq }: AnchoredHead): string =>
  `{"chain":"${chain}","hash":"${hash}","seq":${seq}}`;

export const hashOfHead = (head: AnchoredHead): Buffer => leafHash(leafLine(head));

const columns = `ticket_id AS chain, seq, encode(hash, 'hex') AS hash`;

/** Chains in one page: few enough that a process that serves people beside does not notice. */
const pageSize = 2_000;

/** Every chain's head as of an anchor, in the order of their ids, page by page: its last one up to that day. */
export const headsAsOf = (sql: Sql, day: string): AsyncGenerator<AnchoredHead[]> =>
  pages(
    sql,
    `SELECT DISTINCT ON (ticket_id) ${columns} FROM ticket.anchored_head WHERE anchor <= $1 AND ticket_id > $2
     ORDER BY ticket_id, anchor DESC LIMIT ${pageSize}`,
    day,
  );

/** The heads that had changed since the anchor before, in the same way. */
export const headsChanged = (sql: Sql, day: string): AsyncGenerator<AnchoredHead[]> =>
  pages(
    sql,
    `SELECT ${columns} FROM ticket.anchored_head WHERE anchor = $1 AND ticket_id > $2
     ORDER BY ticket_id LIMIT ${pageSize}`,
    day,
  );

const pages = (sql: Sql, text: string, day: string): AsyncGenerator<AnchoredHead[]> =>
  pagesAfter(
    beforeEveryId,
    (last) => sql.query<AnchoredHead>(text, [day, last]),
    ({ chain }) => chain,
  );
