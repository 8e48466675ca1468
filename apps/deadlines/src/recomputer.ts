import { Inject, Injectable } from '@nestjs/common';
import { writeClocks } from '#store/clock-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { closeWaiting } from '#queue/dead-letters';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { DeadlineRules, type RulesInForce } from './deadline-rules';
import { Recomputations } from './recomputations';
import { recomputed, type ChangedBy } from './recomputed-clocks';

/** Parts that one process works on at once: while one waits for the database, the other computes. */
const partsAtOnce = 2;

interface Part {
  [column: string]: unknown;
  id: string;
  part: number;
  ticketIds: string[];
  /** What was changed. */
  by: ChangedBy;
}

/** Takes open clocks to rules that were changed, part by part; processes share the parts, and any may die in the middle. */
@Injectable()
export class Recomputer extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly recomputations: Recomputations,
    private readonly rules: DeadlineRules,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('recomputing', settings.recomputeSeconds * 1_000);
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  /** Does everything that is to be done now, with whoever else is at it. */
  async run(): Promise<void> {
    if (!(await this.recomputations.plan())) return;
    // What is remembered may be older than the change.
    this.rules.forget();
    await Promise.all(Array.from({ length: partsAtOnce }, () => this.work()));
    await this.recomputations.end();
  }

  private async work(): Promise<void> {
    for (let goesOn = true; goesOn && !this.isEnding;) goesOn = await this.doPart();
  }

  /** Does one part that nobody else has in hand; false when there is none. */
  async doPart(): Promise<boolean> {
    const rules = await this.rules.inForce();
    return this.database.derivedTransaction(async (sql) => {
      const part = await sql.one<Part>(
        `SELECT p.recomputation_id AS id, p.part, p.ticket_ids AS "ticketIds", r.touches->>'by' AS by
         FROM deadlines.recomputation_part p JOIN deadlines.recomputation r ON r.id = p.recomputation_id
         WHERE p.done_at IS NULL ORDER BY p.recomputation_id, p.part LIMIT 1 FOR UPDATE OF p SKIP LOCKED`,
        [],
      );
      if (!part) return false;
      const at = this.clock.now();
      const moved = await moveClocks(sql, part, rules, at);
      await closeWaiting(sql, 'deadlines', moved.known, at);
      await recordPart(sql, part, at, moved);
      return true;
    });
  }
}

interface Moved {
  readonly tickets: number;
  readonly clocks: number;
  /** Somebody moved these while they were computed: they are looked at again. */
  readonly left: readonly string[];
  /** These have every clock that their history asks for. */
  readonly known: readonly string[];
}

async function moveClocks(sql: Sql, { ticketIds, by }: Part, rules: RulesInForce, at: Date): Promise<Moved> {
  let [tickets, clocks] = [0, 0];
  const [left, known]: [string[], string[]] = [[], []];
  for (const { sql: month, ticketIds: ids } of sql.aboutEach(ticketIds)) {
    const { kept, moves, unknown } = await recomputed(month, ids, rules, by);
    const written = new Set(kept.length > 0 ? await writeClocks(month, kept, at) : []);
    // A changed rung moves no due time: what counts is who took it.
    const taken = by === 'ladder' ? kept.flatMap(({ ticketId, changed }) => changed.map(() => ({ ticketId }))) : moves;
    const moved = taken.filter(({ ticketId }) => written.has(ticketId));
    tickets += new Set(moved.map(({ ticketId }) => ticketId)).size;
    clocks += moved.length;
    const behind = kept.map(({ ticketId }) => ticketId).filter((id) => !written.has(id));
    left.push(...behind);
    known.push(...ids.filter((id) => !behind.includes(id) && !unknown.includes(id)));
  }
  return { tickets, clocks, left, known };
}

/** What was left becomes a part of its own. */
async function recordPart(sql: Sql, { id, part, ticketIds }: Part, at: Date, moved: Moved): Promise<void> {
  const { tickets, clocks, left } = moved;
  const done = ticketIds.filter((ticketId) => !left.includes(ticketId));
  await sql.query(
    `UPDATE deadlines.recomputation_part SET done_at = $3, ticket_ids = $4, moved_tickets = $5, moved_clocks = $6
     WHERE recomputation_id = $1 AND part = $2`,
    [id, part, at, done, tickets, clocks],
  );
  if (left.length === 0) return;
  // Parts are numbered from 0 up; what was left of each, below 0, where nobody else writes.
  await sql.query(`INSERT INTO deadlines.recomputation_part (recomputation_id, part, ticket_ids) VALUES ($1, $2, $3)`, [
    id,
    part < 0 ? part - 1_000_000 : -1 - part,
    left,
  ]);
}
