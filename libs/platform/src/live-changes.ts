import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { changedChannel } from '#queue/relay';
import { Database } from '#store/database';
import { seesAll, type Caller } from './caller';
import { inScope } from './scope';

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

  private reconnect(broken: Client): void {
    if (this.closed || this.client !== broken) return;
    this.log.warn('live changes: connection lost, trying again');
    setTimeout(() => void (this.closed || this.connect()), reconnectMs).unref();
  }

  private async tell(ticketIds: readonly string[]): Promise<void> {
    for (const [listener, caller] of this.listeners) {
      const seen = seesAll(caller) ? ticketIds : await this.within(caller, ticketIds);
      if (seen.length > 0) listener(seen);
    }
  }

  private async within(caller: Caller, ticketIds: readonly string[]): Promise<string[]> {
    const values: unknown[] = [ticketIds];
    const rows = await this.database.sql
      .query<{ id: string }>(
        `SELECT t.id FROM ticket.ticket t WHERE t.id = ANY($1) AND ${inScope(caller, values)}`,
        values,
      )
      .catch(() => []);
    return rows.map(({ id }) => id);
  }
}
