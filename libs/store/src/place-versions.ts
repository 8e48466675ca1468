import type { Sql } from './sql';

/** What an administrator keeps as a tree. */
export type PlaceKind = 'department' | 'area' | 'category';

/** What one was called and where it stood in its tree, from an instant on. */
export interface PlaceVersion {
  readonly [column: string]: unknown;
  readonly kind: PlaceKind;
  /** A department's id, another's code. */
  readonly key: string;
  readonly from: Date;
  readonly name: string;
  readonly parent: string | null;
  readonly group: string | null;
}

/** Who answers for a department, or an area, that is no more: for these categories and areas, or for all that nobody else is named for. */
export interface Heir {
  readonly [column: string]: unknown;
  readonly kind: 'department' | 'area';
  readonly key: string;
  readonly heir: string;
  readonly categoryCodes: readonly string[];
  readonly areaCodes: readonly string[];
}

/** Oldest first. */
export const readPlaceVersions = (sql: Sql): Promise<PlaceVersion[]> =>
  sql.query<PlaceVersion>(
    `SELECT kind, key, from_at AS "from", name, parent, "group" FROM ticket.place_version ORDER BY kind, key, from_at`,
    [],
  );

export const readHeirs = (sql: Sql): Promise<Heir[]> =>
  sql.query<Heir>(
    `SELECT kind, key, heir, category_codes AS "categoryCodes", area_codes AS "areaCodes" FROM ticket.heir ORDER BY kind, key, position`,
    [],
  );

export async function addHeirs(sql: Sql, heirs: readonly Heir[], reorganisationId: string): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.heir (kind, key, position, heir, category_codes, area_codes, reorganisation_id)
     SELECT h ->> 'kind', h ->> 'key', n, h ->> 'heir', ARRAY(SELECT jsonb_array_elements_text(h -> 'categoryCodes')),
       ARRAY(SELECT jsonb_array_elements_text(h -> 'areaCodes')), $2
     FROM jsonb_array_elements($1) WITH ORDINALITY AS given(h, n)`,
    [JSON.stringify(heirs), reorganisationId],
  );
}

const row: Readonly<Record<PlaceKind, string>> = {
  department: `id::text AS key, name, parent_id::text AS parent, "group" FROM ticket.department WHERE id::text`,
  area: `code AS key, name, parent_code AS parent, NULL AS "group" FROM ticket.area WHERE code`,
  category: `code AS key, name, parent_code AS parent, NULL AS "group" FROM ticket.category WHERE code`,
};

/** Keeps how these stand now, where that is another way than was kept last. What was kept is never overwritten by a later change. */
export async function keepPlaceVersions(sql: Sql, kind: PlaceKind, keys: readonly string[], at: Date): Promise<void> {
  await sql.query(
    `INSERT INTO ticket.place_version (kind, key, from_at, name, parent, "group")
     SELECT $1, stands.key, $3, stands.name, stands.parent, stands."group" FROM (SELECT ${row[kind]} = ANY($2)) stands
     LEFT JOIN LATERAL (SELECT v.name, v.parent, v."group" FROM ticket.place_version v
       WHERE v.kind = $1 AND v.key = stands.key ORDER BY v.from_at DESC LIMIT 1) kept ON true
     WHERE kept IS NULL OR (kept.name, kept.parent, kept."group") IS DISTINCT FROM (stands.name, stands.parent, stands."group")
     ON CONFLICT (kind, key, from_at) DO UPDATE SET name = EXCLUDED.name, parent = EXCLUDED.parent, "group" = EXCLUDED."group"`,
    [kind, keys, at],
  );
}
