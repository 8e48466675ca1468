import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { changedChannel } from '#queue/relay';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { messageOf } from '#store/told-error';
import type { Caller } from './caller';
import { heardBy, hearsOfHotline, scopeOf } from './scope';

/** The channel on which processes hear of which tickets' messages something became. */
const messagesChangedChannel = 'messages_changed';

/** What is told of tickets to whose scope has them, by the channel it comes on: each is an event of the stream by its name. */
const ticketNews = { [changedChannel]: 'tickets', [messagesChangedChannel]: 'messages' } as const;
export type TicketNews = (typeof ticketNews)[keyof typeof ticketNews];

/** The channel on which processes hear which call is whose: its id, and the account's. */
export const callChangedChannel = 'call_changed';

/** The channel on which processes hear what the whole hotline is to know of: which kind, and the ids. */
const hotlineToldChannel = 'hotline_told';

/** The channel on which processes hear who has a new notice: the accounts' ids. */
const noticedChannel = 'noticed';

/** Tells the pages of these accounts, in whatever process they listen, that they have a notice. After the commit. */
export async function tellNoticed(database: Database, accountIds: readonly string[]): Promise<void> {
  for (let from = 0; from < accountIds.length; from += idsOfOneNotice)
    await database.sql.query(`SELECT pg_notify('${noticedChannel}', $1)`, [
      accountIds.slice(from, from + idsOfOneNotice).join(' '),
    ]);
}

const channels = [...Object.keys(ticketNews), callChangedChannel, hotlineToldChannel, noticedChannel];

/** What the whole hotline hears of, besides tickets: each is an event of the stream by this name. */
export type HotlineNews = 'issues' | 'broadcasts';

/**
 * Tells every page of the hotline, in whatever process it listens, of these. After the commit, and without waiting for
 * anybody: a page that was away asks when it comes back.
 */
export const tellHotline = ({ sql }: Database, news: HotlineNews, ids: readonly string[]): Promise<void> =>
  notify(sql, hotlineToldChannel, ids, [news]);

/** Tells every page in whose scope they are that something became of these tickets' messages. After the commit. */
export const tellMessages = (sql: Sql, ticketIds: readonly string[]): Promise<void> =>
  notify(sql, messagesChangedChannel, [...new Set(ticketIds)]);

async function notify(sql: Sql, channel: string, ids: readonly string[], first: readonly string[] = []): Promise<void> {
  for (let from = 0; from < ids.length; from += idsOfOneNotice)
    await sql.query('SELECT pg_notify($1, $2)', [
      channel,
      [...first, ...ids.slice(from, from + idsOfOneNotice)].join(' '),
    ]);
}

/** A notification carries less than 8,000 bytes. */
const idsOfOneNotice = 200;

/** A page that listens. */
export interface LiveStream {
  readonly caller: Caller;
  /** Whether its caller still is who they were when it began. */
  isTheirs(): Promise<boolean>;
  tell(news: TicketNews, ticketIds: readonly string[]): void;
  /** A call at the caller's own extension. */
  tellCall(callId: string): void;
  tellNews(news: HotlineNews, ids: readonly string[]): void;
  /** The caller has a new notice, or has read one. */
  tellNoticed(): void;
  /** Says that nothing happened. */
  beat(): void;
  /** Bytes that were told and not taken yet. */
  unread(): number;
  /** Says that the same account's later pages took its place. */
  replace(): void;
  end(): void;
  /** Ends without a word: nobody takes one. */
  drop(): void;
}

/** Pages of one account that listen to one process at once: more windows than anybody looks at, and few enough to be told in turn. */
export const streamsOfAccount = 20;
/** A page that leaves this much lying has gone to sleep, or means harm. Some thousand changes fit. */
const mostUnreadBytes = 262_144;

const reconnectMs = 2_000;
/** A word this often keeps proxies from closing a quiet stream. */
const beatMs = 25_000;

/** Tells each listening page which tickets changed in its caller's scope: ids only, the page asks for the rest. */
@Injectable()
export class LiveChanges implements BeforeApplicationShutdown {
  private readonly log = new Logger(LiveChanges.name);
  private readonly streams = new Set<LiveStream>();
  private beats: NodeJS.Timeout | undefined;
  private client: Client | undefined;
  private listening: Promise<void> | undefined;
  private closed = false;
  private reconnecting = false;

  constructor(
    private readonly database: Database,
    private readonly databaseUrl: string,
  ) {}

  /** Answers at once how to leave again, and when it is listened to. Of too many pages of one account the oldest goes. */
  listen(stream: LiveStream): { readonly leave: () => void; readonly listening: Promise<void> } {
    this.makeRoom(stream.caller.id);
    this.streams.add(stream);
    this.beats ??= setInterval(() => void this.beat(), beatMs).unref();
    return { leave: () => void this.streams.delete(stream), listening: (this.listening ??= this.connect()) };
  }

  /** One after the other: whether they still may listen is asked of the database. */
  async beat(): Promise<void> {
    for (const stream of this.streams) {
      await this.beatOne(stream).catch((error: unknown) => this.log.warn(`live changes: ${messageOf(error)}`));
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearInterval(this.beats);
    for (const stream of this.streams) this.end(stream);
    await this.client?.end().catch(() => undefined);
  }

  private async beatOne(stream: LiveStream): Promise<void> {
    const isTheirs = await stream.isTheirs();
    // It may have been left while that was asked.
    if (!this.streams.has(stream)) return;
    if (isTheirs) this.say(stream, () => stream.beat());
    else this.end(stream);
  }

  private makeRoom(accountId: string): void {
    const theirs = [...this.streams].filter(({ caller }) => caller.id === accountId);
    for (const oldest of theirs.slice(0, Math.max(0, theirs.length + 1 - streamsOfAccount))) {
      this.streams.delete(oldest);
      oldest.replace();
    }
  }

  /** What nobody reads lies in this process's memory. */
  private say(stream: LiveStream, words: () => void): void {
    if (stream.unread() <= mostUnreadBytes) return words();
    this.streams.delete(stream);
    stream.drop();
    this.log.warn('live changes: a page that does not read was dropped');
  }

  /** Nothing more is told: writing to a stream that has ended would end the process. */
  private end(stream: LiveStream): void {
    this.streams.delete(stream);
    stream.end();
  }

  private async connect(): Promise<void> {
    this.reconnecting = false;
    const client = new Client({ connectionString: this.databaseUrl, application_name: 'hotline live' });
    this.client = client;
    client.on('notification', ({ channel, payload = '' }) => this.hear(channel, payload.split(' ')));
    client.on('error', () => this.reconnect(client));
    try {
      await client.connect();
      await client.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
    } catch {
      this.reconnect(client);
    }
  }

  /** A lost connection says so more than once. */
  private reconnect(broken: Client): void {
    if (this.closed || this.client !== broken || this.reconnecting) return;
    this.reconnecting = true;
    this.log.warn('live changes: connection lost, trying again');
    setTimeout(() => {
      if (!this.closed) this.listening = this.connect();
    }, reconnectMs).unref();
  }

  private hear(channel: string, ids: readonly string[]): void {
    const news = ticketNews[channel as keyof typeof ticketNews] as TicketNews | undefined;
    if (news) return void this.tell(news, ids);
    if (channel === hotlineToldChannel) return this.tellNews(ids);
    if (channel === noticedChannel) return this.tellNoticed(new Set(ids));
    const [callId = '', accountId] = ids;
    for (const stream of this.streams) if (stream.caller.id === accountId) stream.tellCall(callId);
  }

  private tellNoticed(accountIds: ReadonlySet<string>): void {
    for (const stream of this.streams)
      if (accountIds.has(stream.caller.id)) this.say(stream, () => stream.tellNoticed());
  }

  private tellNews([news, ...ids]: readonly string[]): void {
    for (const stream of this.streams)
      if (hearsOfHotline(stream.caller)) this.say(stream, () => stream.tellNews(news as HotlineNews, ids));
  }

  /** One question to the database for all who listen, however many departments they are of. */
  private async tell(news: TicketNews, ticketIds: readonly string[]): Promise<void> {
    const isAsked = [...this.streams].some(({ caller }) => scopeOf(caller) !== null);
    const parts = isAsked ? await this.partsOf(ticketIds) : [];
    for (const stream of this.streams) {
      const heard = heardBy(stream.caller, ticketIds, parts);
      if (heard.length > 0) this.say(stream, () => stream.tell(news, heard));
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
