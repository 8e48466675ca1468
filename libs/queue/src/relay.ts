import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { events, hearersOf, type EventName } from '#ticket/event';
import { serviceNames, type Service } from '#ticket/service';
import { Committed } from '#store/committed';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { messageOf } from '#store/told-error';
import { attempts, backoff, lanePriority } from './retry-policy';
import { DeadLetters } from './dead-letters';
import { GatheredTurns } from './gathered-turns';
import { Queues, type JobData } from './queue-connection';

interface OutboxRow {
  event: EventName;
  lane: 0 | 1 | 2;
  ticket_id: string;
  seq: number;
}

/** The channel on which processes hear which tickets changed. */
export const changedChannel = 'ticket_changed';

/** Rows a turn takes: their ids must fit into one notification (8,000 bytes). */
const batchRows = 200;
/** The timer alone is correct; being told of a commit only makes it quicker. */
const tickMs = 500;

/** In a flood of registrations everything but the urgent lane waits, but never longer than this. */
const longestWaitMs = 5_000;

interface Lanes {
  readonly first: number;
  readonly last: number;
}
const urgent: Lanes = { first: 0, last: 0 };
const others: Lanes = { first: 1, last: 2 };

/**
 * The notification, a part of the same statement, goes out with its commit. Rows are chosen once: within the condition, a
 * plan may choose anew for each row that it deletes, and take more than a turn's.
 */
const take = `
WITH chosen AS MATERIALIZED (
  SELECT id FROM ticket.outbox WHERE lane BETWEEN $1 AND $2 ORDER BY lane, id LIMIT ${batchRows} FOR UPDATE SKIP LOCKED
), taken AS (
  DELETE FROM ticket.outbox WHERE id IN (SELECT id FROM chosen) RETURNING event, lane, ticket_id, seq
), told AS (
  SELECT pg_notify('${changedChannel}', string_agg(DISTINCT ticket_id::text, ' ')) FROM taken HAVING count(*) > 0
)
SELECT event, lane, ticket_id, seq FROM taken, told`;

/**
 * Turns outbox rows into jobs, one for each service that hears the event. A row sent twice does no harm; one lost would.
 * The urgent lane has turns of its own: one of two hundred rows takes as long as an urgent ticket may (ADR 0050).
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Relay.name);
  private readonly targets = new Map<Service, Queue<JobData>>();
  private timer: NodeJS.Timeout | undefined;
  private readonly urgentTurns = new GatheredTurns(() => this.empty(urgent));
  private readonly otherTurns = new GatheredTurns(() => this.emptyOthers());
  private forget: (() => void) | undefined;
  private emptiedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly committed: Committed,
    private readonly deadLetters: DeadLetters,
  ) {}

  onApplicationBootstrap(): void {
    for (const service of serviceNames) this.targets.set(service, this.queues.queue(service));
    this.timer = setInterval(() => this.poke(), tickMs);
    this.forget = this.committed.listen((lane) => this.poke(lane));
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.forget?.();
    await Promise.all([this.urgentTurns.end(), this.otherTurns.end()]);
  }

  /** Looks into a lane of the outbox a moment later, or into all of it where nobody says which. */
  poke(lane?: number): void {
    if (lane === undefined || lane <= urgent.last) this.urgentTurns.poke();
    if (lane === undefined || lane >= others.first) this.otherTurns.poke();
  }

  /** Callers first: while they come in by the dozen, dispatch may wait its five seconds, but never for an emergency. */
  private async emptyOthers(): Promise<void> {
    const now = performance.now();
    if (this.committed.isFlooded() && now - this.emptiedAt < longestWaitMs) return;
    this.emptiedAt = now;
    await this.empty(others);
  }

  private async empty(lanes: Lanes): Promise<void> {
    try {
      while ((await this.database.derivedTransaction((sql) => this.send(sql, lanes))) === batchRows);
    } catch (error) {
      this.log.warn(`outbox waits: ${messageOf(error)}`);
    }
  }

  private async hand(service: Service, rows: readonly OutboxRow[]): Promise<void> {
    const heard = rows.filter(({ event }) => hearersOf(event).includes(service));
    if (heard.length > 0) await this.targets.get(service)?.addBulk(heard.map(jobOf));
  }

  /** The rows go when the jobs are in: if that commit fails, they are sent again. */
  private async send(sql: Sql, { first, last }: Lanes): Promise<number> {
    const rows = await sql.query<OutboxRow & Record<string, unknown>>(take, [first, last]);
    if (rows.length === 0) return 0;
    const [known, unknown] = [rows.filter(isKnown), rows.filter((row) => !isKnown(row))];
    await Promise.all(serviceNames.map((service) => this.hand(service, known)));
    for (const { event, ticket_id: ticketId, seq } of unknown) {
      const reason = 'no service of this version knows the event';
      await this.deadLetters.add({ service: 'relay', event, ticketId, seq, reason, attempts: 1 });
    }
    return rows.length;
  }
}

/** A row may have been written by a newer version than this one. */
const isKnown = (row: OutboxRow): boolean => row.event in events;

/** Failed jobs are not kept: a kept one can silently prevent the next with its id. Dead letters are rows instead. */
export const jobOptions = { attempts, backoff, removeOnComplete: true, removeOnFail: true } as const;

const jobOf = ({ event, lane, ticket_id: ticketId, seq }: OutboxRow) => ({
  name: event,
  data: { ticketId, seq },
  opts: { ...jobOptions, priority: lanePriority[lane] },
});
