import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { defaultLadder } from './default-ladder';
import type { LadderRow, LadderRule } from './ladder-row';

const columns = `id, version, ladder, urgency, rung, anchor, amount, unit, audience, ways, at_night AS "atNight", is_on AS "isOn",
  source, valid_from AS "validFrom", valid_to AS "validTo"`;

/** The rows in force. */
export const ladderInForce = (sql: Sql): Promise<(LadderRow & Record<string, unknown>)[]> =>
  sql.query<LadderRow & Record<string, unknown>>(
    `SELECT ${columns} FROM deadlines.ladder_row WHERE valid_to IS NULL`,
    [],
  );

/** Every version of every row. */
export const ladderVersions = (sql: Sql): Promise<(LadderRow & Record<string, unknown>)[]> =>
  sql.query<LadderRow & Record<string, unknown>>(`SELECT ${columns} FROM deadlines.ladder_row`, []);

/** These rows, whichever of them are in force. */
export async function ladderRowsById(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, LadderRow>> {
  const rows = await sql.query<LadderRow & Record<string, unknown>>(
    `SELECT ${columns} FROM deadlines.ladder_row WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What names a row whatever its version, such as `finish.urgent.urge`. */
export const ladderRowName = ({ ladder, urgency, rung }: Pick<LadderRule, 'ladder' | 'urgency' | 'rung'>): string =>
  `${ladder}.${urgency}.${rung}`;

/** The rows in force as administrative events tell them. */
export const ladderTold = async (sql: Sql): Promise<Map<string, object>> =>
  new Map((await ladderInForce(sql)).map((row) => [ladderRowName(row), toldOfRow(row)]));

/** What may be changed of a row, and its version. */
export const toldOfRow = ({
  version,
  anchor,
  amount,
  unit,
  audience,
  ways,
  atNight,
  isOn,
  source,
}: LadderRow): Record<string, unknown> => ({
  ...{ version, anchor, amount, unit, audience, ways, atNight, isOn, source },
});

const source = '国办发〔2020〕53号，本区默认值';
/** Flags there were before the ladder. */
const always: readonly LadderRule['rung'][] = ['yellow', 'red'];

/**
 * Gives each rung that has none its first row. In a house that has had tickets before, a rung binds from now on: nobody is
 * pressed at once for all that was late in the past.
 */
export async function seedLadder(sql: Sql, now: Date): Promise<void> {
  const begun = await sql.one(`SELECT 1 FROM ticket.ticket LIMIT 1`, []);
  const longAgo = new Date('2020-01-01T00:00:00+08:00');
  const rows = defaultLadder.map((rule) => ({
    ...record(rule, { id: uuidV7(now), version: 1, source }),
    valid_from: begun && !always.includes(rule.rung) ? now : longAgo,
  }));
  await sql.query(
    `INSERT INTO deadlines.ladder_row SELECT r.* FROM jsonb_populate_recordset(null::deadlines.ladder_row, $1) r
     WHERE NOT EXISTS (SELECT 1 FROM deadlines.ladder_row k WHERE (k.ladder, k.urgency, k.rung) = (r.ladder, r.urgency, r.rung))`,
    [JSON.stringify(rows)],
  );
}

/**
 * Ends a row and puts its successor in its place. The caller's transaction is an administrative write. A rung that was off
 * binds from now on: nobody is pressed at once for what was late while it was.
 */
export async function replaceLadderRow(sql: Sql, before: LadderRow, after: LadderRow, at: Date): Promise<void> {
  const successor = record(after, { id: uuidV7(at), version: after.version, source: after.source });
  await sql.query(`UPDATE deadlines.ladder_row SET valid_to = $2 WHERE id = $1`, [before.id, at]);
  await sql.query(
    `INSERT INTO deadlines.ladder_row SELECT r.* FROM jsonb_populate_recordset(null::deadlines.ladder_row, $1) r`,
    [JSON.stringify([{ ...successor, valid_from: before.isOn ? before.validFrom : at }])],
  );
}

const record = (
  { ladder, urgency, rung, anchor, amount, unit, audience, ways, atNight, isOn }: LadderRule,
  of: Pick<LadderRow, 'id' | 'version' | 'source'>,
) => ({ ...of, ladder, urgency, rung, anchor, amount, unit, audience, ways, at_night: atNight, is_on: isOn });
