import { join } from 'node:path';
import { existsSync } from 'node:fs';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { Logger, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Service } from '#ticket/service';
import { graphFaults } from '#ticket/graph-check';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { DatabaseClock } from '#store/database-clock';
import { openDataSource } from '#store/data-source';
import { KeyKeeper } from '#store/key-keeper';
import { WrongMasterKey } from '#store/master-key';
import { DeadLetters } from '#queue/dead-letters';
import { Queues } from '#queue/queue-connection';
import { ServiceQueues } from '#queue/service-queue';
import { Sweeper } from '#queue/sweeper';
import { checkRoutes, noteRoutes } from './check-routes';
import { DailyAnchor } from './daily-anchor';
import { Directory } from './directory';
import { endWithin } from './end-within';
import { fileOf, fileTypes } from './file-body';
import { formText, formType } from './form-text';
import { HouseLogger } from './house-logger';
import { Maintenance } from './maintenance';
import { problemOfError } from './problem-of-error';
import { pagePolicy, trackPolicy } from './page-policy';
import { PlatformModule, type Opened } from './platform-module';
import { Renders } from './renders';
import type { Resources } from './resources';
import { keepSignedText } from './signed-text';
import { securityHeaders } from './security-headers';
import { sendProblem } from './send-problem';
import { WrongSetting, type Settings } from './settings';
import { closeUnusedConnections } from './unused-connections';

/** The largest request body, in bytes: a ticket's text is at most 20,000 characters. */
const bodyLimit = 262_144;

export interface HouseOptions extends Resources {
  /** The services this process hosts, with their modules. */
  readonly hosts: Readonly<Partial<Record<Service, Type>>>;
  /** Where the built console lies, if this process serves it. */
  readonly consoleDirectory?: string;
  /** A fixed clock, for tests; by default the database's. */
  readonly clock?: Clock;
}

/** Shorter than the 30 s that Kubernetes grants. A job that hangs on a lost server is done again by whoever is next. */
const endingMs = 20_000;

/** A running process of the house. */
export interface House {
  readonly app: NestFastifyApplication;
  /** Such as http://127.0.0.1:12345. */
  readonly url: string;
  readonly sweeper: Sweeper;
  /** Lets what is under way end, for 20 s at most. */
  close(): Promise<void>;
}

/** Starts some or all services in this process; nothing but these options differs between one process and many. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const faults = graphFaults();
  if (faults.length > 0) throw new Error(`the tables of libs/ticket do not fit together: ${faults.join('; ')}`);
  const opened = await openStore(options);
  const whole = { ...options, ...opened, clock: options.clock ?? opened.databaseClock };
  const app = await createApp(whole, options.hosts).catch(async (error: unknown) => {
    await closeStore(opened);
    throw error;
  });
  const ending = new Ending(app, opened);
  try {
    const sweeper = await serve(app, options);
    return { app, url: await app.getUrl(), sweeper, close: () => ending.close(sweeper) };
  } catch (error) {
    await ending.close();
    throw error;
  }
}

interface OpenedStore {
  readonly database: Database;
  readonly databaseClock: DatabaseClock;
  readonly keeper: KeyKeeper;
}

/** The database with its clock and its keys. @throws WrongSetting for a master key that opens nothing here */
async function openStore({ settings, databaseUrl, masterKey }: HouseOptions): Promise<OpenedStore> {
  const database = new Database(await openDataSource({ databaseUrl, poolSize: settings.databasePoolSize }));
  const databaseClock = new DatabaseClock(database);
  try {
    await databaseClock.start();
    return { database, databaseClock, keeper: await KeyKeeper.open(database, masterKey) };
  } catch (error) {
    await closeStore({ database, databaseClock });
    throw error instanceof WrongMasterKey ? new WrongSetting(error.message) : error;
  }
}

async function closeStore({ database, databaseClock }: Pick<OpenedStore, 'database' | 'databaseClock'>): Promise<void> {
  databaseClock.stop();
  await database.close();
  if (database.dataSource.isInitialized) await database.dataSource.destroy();
}

/** Everything that begins once the application is made: queues, pages, routes, the door, the timers. */
async function serve(app: NestFastifyApplication, options: HouseOptions): Promise<Sweeper> {
  const { settings } = options;
  const database = app.get(Database);
  await database.learnMonths();
  await app.get(Directory).start();
  const sweeper = await connectQueues(app, options);
  if (options.consoleDirectory) await serveConsole(app, options.consoleDirectory);
  await app.init();
  checkRoutes(app, Object.keys(options.hosts) as Service[], app.get(Renders));
  await listen(app, settings);
  const delayMs = settings.maintenanceDelaySeconds * 1_000;
  app.get(Maintenance).start(delayMs);
  app.get(DailyAnchor).start(delayMs);
  const log = new Logger('house');
  app.get(KeyKeeper).start((reason) => log.warn(reason));
  sweeper.start();
  return sweeper;
}

/** Nest would log a line of its own about what it throws, and whoever starts the house says it better. */
async function listen(app: NestFastifyApplication, { port, host, logLevel }: Settings): Promise<void> {
  app.useLogger(false);
  await app.listen(port, host);
  app.useLogger(new HouseLogger(logLevel));
}

/** Ends in the opposite order: nothing is asked of what is already closed. */
class Ending {
  private waitsFor = 'the sweeps';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly opened: OpenedStore,
  ) {}

  async close(sweeper?: Sweeper): Promise<void> {
    if (await endWithin(endingMs, this.inOrder(sweeper))) return;
    new Logger('house').warn(`not everything ended within ${endingMs / 1_000} s, last waited for: ${this.waitsFor}`);
  }

  private async inOrder(sweeper?: Sweeper): Promise<void> {
    this.app.get(Maintenance).stop();
    this.app.get(DailyAnchor).stop();
    this.opened.keeper.stop();
    await sweeper?.stop();
    this.waitsFor = 'requests, queues and relay';
    await this.app.close();
    this.waitsFor = 'the database connections';
    await closeStore(this.opened);
  }
}

@Module({})
class HouseModule {}

async function createApp(opened: Opened, hosts: HouseOptions['hosts']): Promise<NestFastifyApplication> {
  const root: DynamicModule = { module: HouseModule, imports: [PlatformModule.with(opened), ...Object.values(hosts)] };
  const { trustProxy } = opened.settings;
  const adapter = new FastifyAdapter({ bodyLimit, trustProxy, logger: false, frameworkErrors });
  const logger = new HouseLogger(opened.settings.logLevel);
  // Nest declares its options as a class and takes plain objects.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger,
    abortOnError: false,
    bodyParser: false,
  });
  noteRoutes(app);
  const fastify = adapter.getInstance();
  // Fastify reads JSON by itself. Text goes, and forms, which Nest would add: any other site's page may send those.
  fastify.removeContentTypeParser('text/plain');
  await fastify.register(multipart);
  for (const type of fileTypes) fastify.addContentTypeParser(type, fileOf);
  fastify.addContentTypeParser(formType, { parseAs: 'string' }, formText);
  fastify.addHook('preParsing', async (request, _reply, payload) =>
    request.headers['x-hotline-signature'] === undefined ? payload : keepSignedText(request, payload, bodyLimit),
  );
  closeUnusedConnections(fastify);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(securityHeaders);
    done();
  });
  return app;
}

/** What Fastify refuses before any of our code hears of it, such as an address that is too long. */
function frameworkErrors(error: Error, _request: unknown, reply: FastifyReply): void {
  sendProblem(reply, problemOfError(error));
}

async function connectQueues(app: NestFastifyApplication, options: HouseOptions): Promise<Sweeper> {
  const { settings, hosts } = options;
  const queues = app.get(Queues);
  await queues.prepare();
  const strategy = new ServiceQueues(Object.keys(hosts) as Service[], {
    queues,
    deadLetters: app.get(DeadLetters),
    concurrency: settings.queueConcurrency,
  });
  app.connectMicroservice({ strategy }, { inheritAppConfig: false });
  await app.startAllMicroservices();
  return new Sweeper(strategy.subscriptions(), {
    database: app.get(Database),
    clock: app.get(Clock),
    queues,
    everyMs: settings.sweepSeconds * 1_000,
  });
}

/** The pages on which citizens track their tickets and say what came of them: files of their own among the console's. */
const [trackPage, surveyPage] = ['track.html', 'survey.html'];

/** The console's files; any other page address is the console's own route. */
async function serveConsole(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) {
    new Logger('console').warn('the console is not built: run npm start, or npx vite build apps/console');
    return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    cacheControl: true,
    maxAge: 0,
    setHeaders: (reply, path) => {
      const isForCitizens = path.endsWith(trackPage) || path.endsWith(surveyPage);
      void reply.header('content-security-policy', isForCitizens ? trackPolicy : pagePolicy);
      if (path.endsWith(surveyPage)) void reply.header('cache-control', 'no-store');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  for (const page of ['/login', '/app', '/app/*']) {
    fastify.get(page, (_request, reply) => reply.sendFile('index.html'));
  }
  fastify.get('/track', (_request, reply) => reply.sendFile(trackPage));
  fastify.get('/s/:token', (_request, reply) => reply.sendFile(surveyPage));
}
