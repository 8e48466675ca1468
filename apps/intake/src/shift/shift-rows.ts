import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Shift } from './shift-times';

type ShiftRow = Shift & Record<string, unknown>;

const select = `SELECT s.id, s.name, s.starts, s.ends, s.ended_at AS "endedAt" FROM intake.shift s`;

/** Those that are worked, by when they start. */
export const shiftsInForce = (sql: Sql): Promise<Shift[]> =>
  sql.query<ShiftRow>(`${select} WHERE s.ended_at IS NULL ORDER BY s.starts, s.id`, []);

/** @throws NotFound */
export async function shiftById(sql: Sql, id: string): Promise<Shift> {
  const shift = isUuid(id) ? await sql.one<ShiftRow>(`${select} WHERE s.id = $1`, [id]) : undefined;
  if (!shift) throw new NotFound('shift');
  return shift;
}

export async function writeShift(sql: Sql, { id, name, starts, ends }: Omit<Shift, 'endedAt'>): Promise<void> {
  await sql.query(
    `INSERT INTO intake.shift (id, name, starts, ends) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET name = $2, starts = $3, ends = $4`,
    [id, name, starts, ends],
  );
}

export const endShift = (sql: Sql, id: string, at: Date): Promise<number> =>
  sql.count(`UPDATE intake.shift SET ended_at = $2 WHERE id = $1`, [id, at]);
