import { Logger } from '@nestjs/common';
import { Queue, Worker, createPostgresBackend, type Processor, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Service } from '#ticket/service';
import { messageOf } from '#store/told-error';

/** Where jobs live. Redis is meant for load; PostgreSQL is BullMQ's own backend, for a machine that has nothing else. */
export interface QueueConnection {
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
  /** Keeps several systems on one server apart: a Redis key prefix or a PostgreSQL schema. */
  readonly namespace: string;
}

/** What a job carries: where to look. Its name is the event's. */
export interface JobData {
  readonly ticketId: string;
  readonly seq: number;
}

/** Where processes count together, beside the jobs. */
export interface Counters {
  readonly redis: Redis;
  /** Begins every key. */
  readonly namespace: string;
}

/** What is counted must not be waited for: an answer later than this, in milliseconds, is none. */
const countingMs = 250;
/** A server that has said nothing for so long is left, in milliseconds, and asked again once it can be reached. */
const silenceMs = 1_000;

/** PostgreSQL connections that one queue or worker may hold. */
const postgresConnections = 3;

/** Opens queues and workers on whichever backend serves, and closes what they opened. */
export class Queues {
  private readonly opened: { close(): Promise<unknown> }[] = [];
  private readonly queues = new Map<Service, Queue<JobData>>();
  private readonly log = new Logger(Queues.name);
  private complaint = '';
  private producer: Redis | undefined;
  private counting: Redis | undefined;

  constructor(private readonly connection: QueueConnection) {}

  /** For adding jobs: gives up after seconds instead of waiting for a lost server, for the outbox keeps what is not sent. */
  queue(service: Service): Queue<JobData> {
    const known = this.queues.get(service);
    if (known) return known;
    const opened = this.openQueue(service);
    this.queues.set(service, opened);
    return opened;
  }

  private openQueue(service: Service): Queue<JobData> {
    const prefix = this.connection.namespace;
    const queue =
      this.connection.kind === 'redis'
        ? new Queue<JobData>(service, { connection: (this.producer ??= this.openProducer()), prefix })
        : (new Queue(service, { connection: this.postgres() }, createPostgresBackend) as unknown as Queue<JobData>);
    return this.keep(queue);
  }

  worker(service: Service, processor: Processor<JobData>, options: Omit<WorkerOptions, 'connection'>): Worker<JobData> {
    const worker =
      this.connection.kind === 'redis'
        ? new Worker<JobData>(service, processor, {
            ...options,
            prefix: this.connection.namespace,
            connection: { url: this.connection.url, maxRetriesPerRequest: null },
          })
        : (new Worker(
            service,
            processor as Processor,
            { ...options, connection: this.postgres() },
            createPostgresBackend,
          ) as unknown as Worker<JobData>);
    return this.keep(worker);
  }

  /** Whether the queue's server answers within two seconds. */
  async isUp(): Promise<boolean> {
    if (this.connection.kind === 'postgres') return true;
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
    const pong = (this.producer ??= this.openProducer()).ping().then(
      () => true,
      () => false,
    );
    return Promise.race([pong, late]);
  }

  /** A connection for counting: it fails at once while Redis is away. Null where PostgreSQL carries the queues. */
  counters(): Counters | null {
    const { kind, namespace } = this.connection;
    return kind === 'redis' ? { redis: (this.counting ??= this.openCounting()), namespace } : null;
  }

  /** Makes BullMQ's own tables where PostgreSQL carries the queues; a worker without them would only spin. */
  async prepare(): Promise<void> {
    if (this.connection.kind !== 'postgres') return;
    const first = new Queue('intake', { connection: { ...this.postgres(), migrate: true } }, createPostgresBackend);
    try {
      await first.waitUntilReady();
    } finally {
      await first.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((each) => each.close()));
    this.producer?.disconnect();
    this.counting?.disconnect();
  }

  /** BullMQ reconnects by itself and repeats its complaint meanwhile: the log has it once. */
  private complain(error: Error): void {
    const message = messageOf(error);
    if (message === this.complaint) return;
    this.complaint = message;
    this.log.warn(`queue: ${message}`);
  }

  private openProducer(): Redis {
    const redis = new Redis(this.connection.url, { maxRetriesPerRequest: 1, commandTimeout: 5_000 });
    redis.on('error', (error) => this.complain(error));
    return redis;
  }

  /** Whoever counts says that it cannot: the connection would say it at each of its tries. */
  private openCounting(): Redis {
    const patience = { commandTimeout: countingMs, socketTimeout: silenceMs };
    return new Redis(this.connection.url, { enableOfflineQueue: false, ...patience }).on('error', () => undefined);
  }

  private postgres() {
    return { connectionString: this.connection.url, schema: this.connection.namespace, max: postgresConnections };
  }

  private keep<Opened extends Queue<JobData> | Worker<JobData>>(opened: Opened): Opened {
    (opened as Worker<JobData>).on('error', (error) => this.complain(error));
    this.opened.push(opened);
    return opened;
  }
}
