import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { changedChannel } from '#queue/relay';
import { Database } from '#store/database';
import { seesAll, type Caller } from './caller';

type Listener = (ticketIds: readonly string[]) => void;

const reconnectMs = 2_000;

/** Tells each listening page which tickets changed in its caller's scope: ids only, the page asks for the rest. */
@Injectable()
export class LiveChanges implements BeforeApplicationShutdown {
  private readonly log = new Logger(LiveChanges.name);
  private readonly listeners = new Map<Listener, Caller>();
  private readonly endings = new Set<() => void>();
  private client: Client | undefined;
  private closed = false;
  private reconnecting = false;

  constructor(
    private readonly database: Database,
    private readonly databaseUrl: string,
  ) {}

  async listen(caller: Caller, listener: Listener): Promise<() => void> {
    this.listeners.set(listener, caller);
    if (!this.client) await this.connect();
    return () => this.listeners.delete(listener);
  }

  /** Ends a stream when the process stops; answers how to forget it. */
  whenClosing(end: () => void): () => void {
    this.endings.add(end);
    return () => this.endings.delete(end);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    for (const end of this.endings) end();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    this.reconnecting = false;
    const client = new Client({ connectionString: this.databaseUrl, application_name: 'hotline live' });
    this.client = client;
    client.on('notification', ({ payload }) => void this.tell((payload ?? '').split(' ')));
    client.on('error', () => this.reconnect(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${changedChannel}`);
    } catch {
      this.reconnect(client);
    }
  }

  /** A lost connection says so more than once. */
  private reconnect(broken: Client): void {
    if (this.closed || this.client !== broken || this.reconnecting) return;
    this.reconnecting = true;
    this.log.warn('live changes: connection lost, trying again');
    setTimeout(() => void (this.closed || this.connect()), reconnectMs).unref();
  }

  /** One question to the database for all who listen, however many departments they are of. */
  private async tell(ticketIds: readonly string[]): Promise<void> {
    const isAsked = [...this.listeners.values()].some((caller) => !seesAll(caller));
    const parts = isAsked ? await this.partsOf(ticketIds) : [];
    for (const [listener, caller] of this.listeners) {
      const own = new Set(caller.departmentIds);
      const seen = seesAll(caller)
        ? ticketIds
        : [...new Set(parts.filter(({ departmentId }) => own.has(departmentId)).map(({ ticketId }) => ticketId))];
      if (seen.length > 0) listener(seen);
    }
  }

  private partsOf(ticketIds: readonly string[]): Promise<{ ticketId: string; departmentId: string }[]> {
    return this.database.sql
      .query<{ ticketId: string; departmentId: string }>(
        `SELECT DISTINCT ticket_id AS "ticketId", department_id AS "departmentId" FROM ticket.assignment
         WHERE ticket_id = ANY($1)`,
        [ticketIds],
      )
      .catch(() => []);
  }
}
