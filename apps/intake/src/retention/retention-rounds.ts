import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import { maintenanceEveryMs } from '#platform/maintenance';

type Round = RouteAnswer<'GET /api/retention-rounds'>;

interface RoundRow {
  [column: string]: unknown;
  beganAt: Date;
  endedAt: Date;
}

interface Told {
  [column: string]: unknown;
  subject: 'retention-rule' | 'erasure';
  kind: 'archive' | 'erase' | null;
  tickets: number;
}

/** What the events since then say was carried out: a rule's tickets are counted, an erasure's are named. */
const carriedOut = `SELECT subject_kind AS subject, after->>'kind' AS kind, sum(CASE jsonb_typeof(after->'tickets')
    WHEN 'array' THEN jsonb_array_length(after->'tickets') ELSE (after->>'tickets')::int END)::int AS tickets
  FROM ticket.admin_event WHERE subject_kind IN ('retention-rule', 'erasure') AND name = 'carryOut'
    AND at BETWEEN $1 AND $2 GROUP BY 1, 2 ORDER BY 1 DESC, 2`;

/** When retention was carried out last, by whichever replica, and what came of it. */
@Injectable()
export class RetentionRounds {
  constructor(private readonly database: Database) {}

  async note(beganAt: Date, endedAt: Date): Promise<void> {
    await this.database.sql.query(
      `INSERT INTO intake.retention_round (began_at, ended_at) VALUES ($1, $2)
       ON CONFLICT (single) DO UPDATE SET began_at = EXCLUDED.began_at, ended_at = EXCLUDED.ended_at`,
      [beganAt, endedAt],
    );
  }

  async last(): Promise<Round> {
    const { sql } = this.database;
    const row = await sql.one<RoundRow>(
      `SELECT began_at AS "beganAt", ended_at AS "endedAt" FROM intake.retention_round`,
      [],
    );
    if (!row) return { lastAt: null, nextBy: null, done: [] };
    const told = await sql.query<Told>(carriedOut, [row.beganAt, row.endedAt]);
    return {
      lastAt: row.endedAt.toISOString(),
      nextBy: new Date(row.beganAt.getTime() + maintenanceEveryMs).toISOString(),
      done: told.map(({ subject, kind, tickets }) => ({ subject, kind, tickets })),
    };
  }
}
