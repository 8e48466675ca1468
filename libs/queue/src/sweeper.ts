import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Service } from '#ticket/service';
import type { Clock } from '#store/clock-now';
import type { Database } from '#store/database';
import { messageOf } from '#store/told-error';
import type { Subscription } from './on';
import { jobOptions } from './relay';
import type { JobData, Queues } from './queue-connection';

/** Tickets one sweep of one subscription brings back at once. */
const batchRows = 500;
/** Younger rows have their job under way. */
const graceMs = 30_000;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Needs {
  database: Database;
  clock: Clock;
  queues: Queues;
  everyMs: number;
}

/**
 * Asks the database on an in-process timer what still waits for each subscription, and puts it back into the queue:
 * after a total loss of Redis everything is in motion again. Tickets with an open dead letter are left to a person.
 */
export class Sweeper {
  private readonly log = new Logger(Sweeper.name);
  private readonly targets = new Map<Service, Queue<JobData>>();
  /** Where the next round goes on after a full batch, so that what nobody can bring on holds up nobody behind it. */
  private readonly swept = new Map<Subscription, string>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly subscriptions: readonly Subscription[],
    private readonly needs: Needs,
  ) {
    for (const { service } of subscriptions) {
      if (!this.targets.has(service)) this.targets.set(service, needs.queues.queue(service));
    }
  }

  start(): void {
    const sweep = () => {
      this.running = this.sweep().catch((error: unknown) => this.log.warn(`sweep waits: ${messageOf(error)}`));
    };
    sweep();
    this.timer = setInterval(sweep, this.needs.everyMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round over all subscriptions; answers how many tickets were put back. `graceMs` is for tests. */
  async sweep(grace = graceMs): Promise<number> {
    let found = 0;
    for (const subscription of this.subscriptions) found += await this.bringBack(subscription, grace);
    return found;
  }

  private async bringBack(subscription: Subscription, grace: number): Promise<number> {
    const { service, hears, waits } = subscription;
    const before = new Date(this.needs.clock.now().getTime() - grace);
    const waiting = await this.needs.database.sql.query<{ id: string; seq: number }>(statement(waits), [
      service,
      before,
      this.swept.get(subscription) ?? firstId,
    ]);
    const last = waiting.at(-1);
    if (last && waiting.length === batchRows) this.swept.set(subscription, last.id);
    else this.swept.delete(subscription);
    const name = hears[0];
    if (!name || waiting.length === 0) return 0;
    await this.targets.get(service)?.addBulk(
      waiting.map(({ id, seq }) => ({
        name,
        data: { ticketId: id, seq },
        // The same ticket is not put back twice while its job still waits.
        opts: { ...jobOptions, priority: 1, jobId: `sweep-${name}-${id}` },
      })),
    );
    return waiting.length;
  }
}

/** Locked rows are being worked on this moment. Oldest first. */
const statement = (waits: string): string => `
SELECT t.id, t.seq FROM ticket.ticket t
WHERE (${waits}) AND t.state_since < $2 AND t.id > $3
  AND NOT EXISTS (SELECT 1 FROM ticket.dead_letter d WHERE d.service = $1 AND d.ticket_id = t.id AND d.requeued_at IS NULL)
ORDER BY t.id LIMIT ${batchRows} FOR UPDATE OF t SKIP LOCKED`;
