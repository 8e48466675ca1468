import { Clock } from './clock-now';
import type { Database } from './database';

const resyncMs = 30_000;

/** The database's time, followed by the process's monotonic clock between two readings: replicas agree whatever their own clocks say. */
export class DatabaseClock extends Clock {
  private offsetMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {
    super();
  }

  now(): Date {
    return new Date(performance.now() + this.offsetMs);
  }

  /** Reads the database's clock now and every 30 seconds. */
  async start(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read().catch(() => undefined), resyncMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    const sent = performance.now();
    const row = await this.database.sql.one<{ ms: number }>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`,
      [],
    );
    const received = performance.now();
    if (row) this.offsetMs = row.ms - (sent + received) / 2;
  }
}
