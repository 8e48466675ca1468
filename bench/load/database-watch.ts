import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const settlingMs = 600_000;

/** Looks at the database itself for what the HTTP interface does not tell to the millisecond. */
export class DatabaseWatch {
  private constructor(private readonly client: Client) {}

  static async open(databaseUrl: string): Promise<DatabaseWatch> {
    const client = new Client({ connectionString: databaseUrl, application_name: 'bench' });
    await client.connect();
    return new DatabaseWatch(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Waits until everything registered is dispatched and can be found. */
  async drained(withinMs = settlingMs): Promise<void> {
    await this.until(`SELECT 1 FROM ticket.ticket WHERE state = 'registered' LIMIT 1`, withinMs);
    await this.until(`SELECT 1 FROM ticket.ticket WHERE searched_version < version LIMIT 1`, withinMs);
  }

  /** Waits until no clock lags behind and nothing is left to tell or to count. */
  async settled(): Promise<void> {
    await this.drained();
    await this.until(`SELECT 1 FROM ticket.ticket WHERE clocks_seq < seq LIMIT 1`);
    await this.until(`SELECT 1 FROM ticket.outbox LIMIT 1`);
    await this.until(`SELECT 1 FROM ticket.count_owed LIMIT 1`);
  }

  /** Waits until that is so, and nothing is left to be sorted into hot issues. */
  async sorted(): Promise<void> {
    await this.settled();
    await this.until(`SELECT 1 FROM ticket.issue_owed LIMIT 1`);
  }

  /** Nothing is sorted into hot issues while `work` lasts; the house waits for it, registering does not. */
  async whileUnsorted<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.client.query('BEGIN');
    try {
      await this.client.query('LOCK TABLE ticket.issue_member IN EXCLUSIVE MODE');
      return await work();
    } finally {
      await this.client.query('COMMIT');
    }
  }

  async storedTickets(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ticket.ticket`);
    return rows[0]?.count ?? 0;
  }

  /** What PostgreSQL does by itself some time after so much was written at once. */
  async tidied(): Promise<void> {
    await this.client.query('VACUUM (ANALYZE)');
    await this.client.query('CHECKPOINT');
  }

  /** Which of these tickets are dispatched, with clocks that are right. */
  async dispatchedWithClocks(ids: readonly string[]): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>({
      name: 'dispatched with clocks',
      text: `SELECT id FROM ticket.ticket WHERE id = ANY($1) AND state = 'dispatched' AND clocks_seq = seq`,
      values: [ids],
    });
    return rows.map(({ id }) => id);
  }

  /** Which of these tickets are dispatched. */
  async dispatched(ids: readonly string[]): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>({
      name: 'dispatched',
      text: `SELECT id FROM ticket.ticket WHERE id = ANY($1) AND state = 'dispatched'`,
      values: [ids],
    });
    return rows.map(({ id }) => id);
  }

  private async until(waiting: string, withinMs = settlingMs): Promise<void> {
    const limit = performance.now() + withinMs;
    while ((await this.client.query(waiting)).rowCount) {
      if (performance.now() > limit) throw new Error(`after ${withinMs / 1_000} s still not empty: ${waiting}`);
      await sleep(20);
    }
  }
}
