import type { Anchor } from './anchor';
import type { Sql } from './sql';

type AnchorRow = Omit<Anchor, 'at'> & { [column: string]: unknown; at: Date };

const select = `
SELECT day::text AS day, at, leaves, changed, encode(root, 'hex') AS root, encode(previous_root, 'hex') AS "previousRoot",
  encode(public_key, 'base64') AS "publicKey", encode(signature, 'base64') AS signature
FROM ticket.anchor`;

/** PostgreSQL breaks base64 into lines. */
const anchorOf = ({ at, ...row }: AnchorRow): Anchor => ({
  ...row,
  at: at.toISOString(),
  publicKey: row.publicKey.replaceAll('\n', ''),
  signature: row.signature.replaceAll('\n', ''),
});

/** Every anchor, oldest first. */
export const allAnchors = async (sql: Sql): Promise<Anchor[]> =>
  (await sql.query<AnchorRow>(`${select} ORDER BY day`, [])).map(anchorOf);

/** The newest anchors first, of days before this one. Days are compared as text: who asks may write one that no year has. */
export const newestAnchors = async (sql: Sql, limit: number, before = 'infinity'): Promise<Anchor[]> =>
  (await sql.query<AnchorRow>(`${select} WHERE day::text < $1 ORDER BY day DESC LIMIT $2`, [before, limit])).map(
    anchorOf,
  );

export async function anchorOfDay(sql: Sql, day: string): Promise<Anchor | null> {
  const row = await sql.one<AnchorRow>(`${select} WHERE day::text = $1`, [day]);
  return row ? anchorOf(row) : null;
}

export async function insertAnchor(sql: Sql, anchor: Anchor): Promise<void> {
  const { day, at, leaves, changed, root, previousRoot, publicKey, signature } = anchor;
  await sql.query(
    `INSERT INTO ticket.anchor (day, at, leaves, changed, root, previous_root, public_key, signature)
     VALUES ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), decode($7, 'base64'), decode($8, 'base64'))`,
    [day, at, leaves, changed, root, previousRoot, publicKey, signature],
  );
}
