import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { UnrecoverableError, type Job } from 'bullmq';
import { lastValueFrom } from 'rxjs';
import { eventNames, hearersOf, type TicketEvent } from '#ticket/event';
import type { Service } from '#ticket/service';
import { isUuid } from '#store/uuid-v7';
import { isOutage } from '#store/outage';
import { messageOf, withoutData } from '#store/told-error';
import { type DeadLetters } from './dead-letters';
import { patternOf, type Subscription } from './on';
import { type Queues, type JobData } from './queue-connection';
import { attempts, isFinal, MalformedJob } from './retry-policy';

interface Needs {
  queues: Queues;
  deadLetters: DeadLetters;
  /** Jobs of one service that this process handles at once. */
  concurrency: number;
}

/** Nest's transport over BullMQ, emit only: one queue for each service that this process hosts. */
export class ServiceQueues extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly log = new Logger(ServiceQueues.name);

  constructor(
    private readonly services: readonly Service[],
    private readonly needs: Needs,
  ) {
    super();
  }

  /** @throws Error when an event is heard by a hosted service and no method of it reacts. */
  listen(callback: () => void): void {
    const faults = this.services.flatMap((service) => this.unheard(service));
    if (faults.length > 0) throw new Error(`refusing to start: ${faults.join('; ')}`);
    for (const service of this.services) this.work(service);
    callback();
  }

  async close(): Promise<void> {
    await this.needs.queues.close();
  }

  /** The subscriptions of the hosted services, each once. */
  subscriptions(): Subscription[] {
    const all = [...this.messageHandlers.values()].map((handler) => subscriptionOf(handler));
    return [...new Set(all)].filter((each) => this.services.includes(each.service));
  }

  on(): never {
    throw new Error('this transport has no events of its own');
  }

  unwrap(): never {
    throw new Error('this transport has no broker to hand out');
  }

  private unheard(service: Service): string[] {
    const handled = (name: string) => this.messageHandlers.has(patternOf(service, name));
    return eventNames
      .filter((name) => hearersOf(name).includes(service) !== handled(name))
      .map(
        (name) =>
          `${service} ${handled(name) ? 'reacts to' : 'has no reaction to'} ${name}, against the table of events`,
      );
  }

  private work(service: Service): void {
    this.needs.queues.worker(service, (job) => this.handle(service, job), { concurrency: this.needs.concurrency });
  }

  private async handle(service: Service, job: Job<JobData>): Promise<void> {
    try {
      const event = parse(job);
      const handler = this.messageHandlers.get(patternOf(service, job.name));
      if (!handler) throw new MalformedJob(`${service} knows no event ${job.name}`);
      // A reaction that answers nothing gives no observable: Nest passes its bare undefined on.
      await lastValueFrom(this.transformToObservable(handler(event)), { defaultValue: undefined });
    } catch (error) {
      await this.failed(service, job, error as Error);
    }
  }

  /** Tries again, or gives up: then the reason is kept as a dead letter and the others go on. */
  private async failed(service: Service, job: Job<JobData>, error: Error): Promise<never> {
    const made = job.attemptsMade + 1;
    // The queue keeps why a job failed.
    if (!isFinal(error) && made < attempts) throw withoutData(error);
    this.log.warn(`${service} gave up ${job.name} after ${made}: ${error.name}`);
    if (!isOutage(error)) await this.needs.deadLetters.add(letterOf(service, job, made, error));
    throw new UnrecoverableError(messageOf(error));
  }
}

const subscriptionOf = (handler: MessageHandler): Subscription =>
  (handler.extras as { subscription: Subscription }).subscription;

/** Payloads are unknown until parsed. */
function parse(job: Job<JobData>): TicketEvent {
  const data = job.data as Partial<JobData> | null | undefined;
  if (typeof data?.ticketId !== 'string' || !isUuid(data.ticketId)) throw new MalformedJob('the job names no ticket');
  return { name: job.name as TicketEvent['name'], ticketId: data.ticketId, seq: data.seq ?? 0 };
}

function letterOf(service: Service, job: Job<JobData>, made: number, error: Error) {
  const data: unknown = job.data;
  const { ticketId, seq } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return {
    service,
    event: job.name,
    ticketId: typeof ticketId === 'string' && isUuid(ticketId) ? ticketId : null,
    seq: typeof seq === 'number' && Number.isInteger(seq) ? seq : null,
    reason: `${error.name}: ${messageOf(error)}`.slice(0, 500),
    attempts: made,
  };
}
