import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import type { Caller } from '#platform/caller';
import { Maintenance } from '#platform/maintenance';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';

/** Who is on the line. */
interface OnTheLine {
  [column: string]: unknown;
  readonly id: string;
  readonly name: string;
}

/** The digest of the number that is called about the ticket `$1`. */
const numberOf = `(SELECT c.phone_hash FROM ticket.ticket t JOIN ticket.citizen c ON c.id = t.citizen_id WHERE t.id = $1)`;

/** One caller at a time rings a citizen, about whichever of their tickets. Whoever goes silent has hung up. */
@Injectable()
export class CallbackClaims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    maintenance: Maintenance,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    maintenance.add(() => this.forgetStale());
  }

  /** Claims from before then are over. */
  staleBefore(): Date {
    return new Date(this.clock.now().getTime() - this.settings.callClaimSeconds * 1_000);
  }

  /** Whoever never came back leaves no number behind. */
  private async forgetStale(): Promise<void> {
    await this.database.sql.query(`DELETE FROM satisfaction.callback_claim WHERE heartbeat_at < $1`, [
      this.staleBefore(),
    ]);
  }

  /** Again by the same caller it only says that they still are. @throws Refusal naming who is on the line already */
  async claim(ticketId: string, caller: Caller): Promise<void> {
    const { sql } = this.database;
    const taken = await sql.count(
      `INSERT INTO satisfaction.callback_claim AS k (phone_hash, account_id, heartbeat_at)
       SELECT phone_hash, $2, $3 FROM ${numberOf} AS n(phone_hash) WHERE phone_hash IS NOT NULL
       ON CONFLICT (phone_hash) DO UPDATE SET account_id = $2, heartbeat_at = $3
         WHERE k.account_id = $2 OR k.heartbeat_at < $4`,
      [ticketId, caller.id, this.clock.now(), this.staleBefore()],
    );
    if (taken === 0) throw await this.refusal(sql, ticketId);
  }

  release(ticketId: string, caller: Caller): Promise<void> {
    return letGo(this.database.sql, ticketId, caller);
  }

  /** Who is on the line about this ticket. */
  private on(sql: Sql, ticketId: string): Promise<OnTheLine | undefined> {
    return sql.one<OnTheLine>(
      `SELECT o.id, o.name FROM satisfaction.callback_claim k JOIN ticket.account o ON o.id = k.account_id
       WHERE k.phone_hash = ${numberOf} AND k.heartbeat_at >= $2`,
      [ticketId, this.staleBefore()],
    );
  }

  /** What was heard is recorded, and the line is free. @throws Refusal when somebody else is on it */
  async settle(sql: Sql, ticketId: string, caller: Caller): Promise<void> {
    const other = await this.on(sql, ticketId);
    if (other && other.id !== caller.id) throw takenBy(other);
    await letGo(sql, ticketId, caller);
  }

  private async refusal(sql: Sql, ticketId: string): Promise<Refusal> {
    const other = await this.on(sql, ticketId);
    return other ? takenBy(other) : new Refusal('conflict', '本单没有可回访的号码');
  }
}

const takenBy = ({ name }: OnTheLine): Refusal =>
  new Refusal('conflict', `${name}正在回访这位诉求人，请先回访其他工单`);

const letGo = async (sql: Sql, ticketId: string, { id }: Caller): Promise<void> => {
  await sql.query(`DELETE FROM satisfaction.callback_claim WHERE phone_hash = ${numberOf} AND account_id = $2`, [
    ticketId,
    id,
  ]);
};
