import { Injectable } from '@nestjs/common';
import type { Service } from '#ticket/service';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { NotFound } from '#store/store-errors';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { IdempotencyKey } from '#store/writer';
import { waitsForPerson } from './retry-policy';

export interface DeadLetter {
  id: string;
  service: string;
  event: string;
  ticketId: string | null;
  seq: number | null;
  reason: string;
  attempts: number;
  failedAt: Date;
  requeuedAt: Date | null;
}

const select = `SELECT id, service, event, ticket_id AS "ticketId", seq, reason, attempts, failed_at AS "failedAt", requeued_at AS "requeuedAt" FROM ticket.dead_letter`;

/** Jobs that were given up, with the reason. They live in PostgreSQL, so a lost Redis loses none. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add(letter: Omit<DeadLetter, 'id' | 'failedAt' | 'requeuedAt'>): Promise<void> {
    const now = this.clock.now();
    await this.database.sql.query(
      `INSERT INTO ticket.dead_letter (id, service, event, ticket_id, seq, reason, attempts, failed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [uuidV7(now), letter.service, letter.event, letter.ticketId, letter.seq, letter.reason, letter.attempts, now],
    );
  }

  /** Newest first, those before `before`. */
  list(state: 'open' | 'requeued', before: string | null, limit: number): Promise<DeadLetter[]> {
    const requeued = state === 'open' ? 'requeued_at IS NULL' : 'requeued_at IS NOT NULL';
    return this.database.sql.query<DeadLetter>(
      `${select} WHERE ${requeued} AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [before, limit],
    );
  }

  /** @throws NotFound */
  async one(id: string): Promise<DeadLetter> {
    const letter = await this.database.sql.one<DeadLetter & Record<string, unknown>>(`${select} WHERE id = $1`, [id]);
    if (!letter) throw new NotFound('dead letter');
    return letter;
  }

  /** Marks an open letter as requeued: from now on the sweep looks after its ticket again. @throws NotFound */
  async requeue(id: string, key?: IdempotencyKey): Promise<DeadLetter> {
    const now = this.clock.now();
    await this.database.transaction(async (sql) => {
      if (key) await commitKey(sql, key, id, now);
      const touched = await sql.count(
        `UPDATE ticket.dead_letter SET requeued_at = $2 WHERE id = $1 AND requeued_at IS NULL`,
        [id, now],
      );
      if (touched === 0) throw new NotFound('dead letter');
    });
    return this.one(id);
  }
}

/** Closes letters of these tickets that waited for a person: what they waited for has come, and was acted on. */
export async function closeWaiting(sql: Sql, service: Service, ticketIds: readonly string[], at: Date): Promise<void> {
  await sql.query(
    `UPDATE ticket.dead_letter SET requeued_at = $4
     WHERE service = $1 AND ticket_id = ANY($2) AND requeued_at IS NULL AND starts_with(reason, $3)`,
    [service, ticketIds, `${waitsForPerson}:`, at],
  );
}
