import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#ticket/role';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { MarkStore } from '#store/mark-store';
import { Queues, type QueueConnection } from '#queue/queue-connection';
import { Directory, type Department } from '#platform/directory';
import { openHouse, type House, type HouseOptions } from '#platform/house';
import { Maintenance } from '#platform/maintenance';
import { readSettings, type Settings } from '#platform/settings';
import { FixedClock } from './fixed-clock';
import { HouseClient } from './house-client';
import { restless } from './house-rest';
import { faultsOf } from './soundness';
import { addTestAccounts, testPassword, usernameOf } from './test-accounts';
import { createTestDatabase, type TestDatabase } from './test-database';
import { testQueue, type TestQueue } from './test-queue';
import { until } from './until';

export interface TestHouseOptions {
  readonly hosts: HouseOptions['hosts'];
  /** Where its clock stands at first, ISO 8601 or of Shanghai (`2026-10-10 18:00`); by default a Monday morning in an ordinary week. */
  readonly now?: string;
  readonly settings?: Partial<Settings>;
  /** By default a corner of the run's Redis, or of the file's database. */
  readonly queue?: QueueConnection;
  /** What it goes on with; by default it begins with a database, a key and a store of files of its own. */
  readonly over?: { readonly database: TestDatabase; readonly masterKey: Buffer; readonly files: string };
}

/** Nothing happens by itself but what events cause: a test sweeps and marks when it says so. */
const quiet: Partial<Settings> = {
  port: 0,
  sessionDays: 3_650,
  databasePoolSize: 8,
  sweepSeconds: 3_600,
  feedbackSeconds: 3_600,
  messageSeconds: 3_600,
  issueSeconds: 3_600,
  countSeconds: 3_600,
  bulletinSeconds: 3_600,
  recomputeSeconds: 3_600,
  maintenanceDelaySeconds: 3_600,
};

/** A house of its own for one test file: real database, real queue, real HTTP, and a clock that stands still. */
export class TestHouse {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly house: House,
    readonly clock: FixedClock,
    private readonly stands: {
      database: TestDatabase;
      queue: TestQueue;
      master: { key: Buffer };
      files: string;
      options: HouseOptions;
    },
  ) {}

  get app(): House['app'] {
    return this.house.app;
  }

  get url(): string {
    return this.house.url;
  }

  get database(): Database {
    return this.house.app.get(Database);
  }

  /** The master key as the house finds it whenever it looks; a test may replace it. */
  get master(): { key: Buffer } {
    return this.stands.master;
  }

  /** Where its attachments lie. */
  get files(): string {
    return this.stands.files;
  }

  get keys(): KeyRing {
    return this.house.app.get(KeyRing);
  }

  /** Somebody with this role; a department's people name their department by code or id. */
  async as(role: Role, department?: string): Promise<HouseClient> {
    const username = usernameOf(role, department && this.department(department).code);
    const known = this.tokens.get(username) ?? this.signIn(username);
    this.tokens.set(username, known);
    return new HouseClient(this.url, await known);
  }

  nobody(): HouseClient {
    return new HouseClient(this.url, null);
  }

  department(codeOrId: string): Department {
    const { departments } = this.house.app.get(Directory);
    const found = departments.get(codeOrId) ?? [...departments.values()].find(({ code }) => code === codeOrId);
    if (!found) throw new Error(`no department ${codeOrId}`);
    return found;
  }

  /** Waits until the house has nothing left to do by itself. */
  settle(): Promise<void> {
    return until(() => restless(this.database, this.house.app.get(Queues)));
  }

  /** Clocks whose time has come turn yellow and red; answers how many rungs fired. */
  async mark(): Promise<number> {
    const fired = await this.house.app.get(MarkStore, { strict: false }).markMany(this.clock.now(), 500);
    await this.settle();
    return fired;
  }

  /** Moves the clock to this instant of Shanghai, `2026-10-10 18:00`. */
  at(shanghai: string): void {
    this.clock.set(ofShanghai(shanghai));
  }

  /** What is wrong with the tickets, whatever happened to them; nothing when the house is sound. */
  faults(): Promise<string[]> {
    return faultsOf(this.database, this.keys);
  }

  /** Another process of the same hotline, on the same database and queue; whoever opens it closes it. */
  beside(settings: Partial<Settings> = {}): Promise<House> {
    const { options } = this.stands;
    return openHouse({ ...options, settings: { ...options.settings, ...settings } });
  }

  async close(): Promise<void> {
    await this.house.close();
    const { queue, database, files } = this.stands;
    await Promise.all([queue.drop(), database.drop(), rm(files, { recursive: true, force: true })]);
  }

  private async signIn(username: string): Promise<string> {
    const body = { username, password: testPassword };
    return (await this.nobody().call('POST /api/session', { body })).token;
  }
}

/** Opens services in this process on a free port, with accounts for every role and handlers for every department. */
export async function openTestHouse({
  hosts,
  now,
  settings,
  queue: given,
  over,
}: TestHouseOptions): Promise<TestHouse> {
  const database = over?.database ?? (await createTestDatabase());
  const queue = testQueue(database.url);
  const master = { key: over?.masterKey ?? randomBytes(32) };
  const files = over?.files ?? (await mkdtemp(join(tmpdir(), 'hotline-files-')));
  const clock = new FixedClock(ofShanghai(now ?? '2026-09-14 09:30'));
  const options = {
    settings: {
      ...readSettings({ MARK_SECONDS: '600', LOG_LEVEL: 'error', ATTACHMENT_DIR: files }),
      ...quiet,
      ...settings,
    },
    databaseUrl: database.url,
    queue: given ?? queue.connection,
    masterKey: () => Promise.resolve(master.key),
    hosts,
    clock,
  };
  const house = await openHouse(options);
  await house.app.get(Maintenance).run();
  const { departments } = house.app.get(Directory);
  if (!over) await addTestAccounts(house.app.get(Database), [...departments.values()], clock.now());
  return new TestHouse(house, clock, { database, queue, master, files, options });
}

/** An instant of Shanghai, `2026-10-10 18:00`, as ISO 8601; what is so already stays. */
const ofShanghai = (text: string): string => (text.includes(' ') ? `${text.replace(' ', 'T')}:00+08:00` : text);
