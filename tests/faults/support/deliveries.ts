import { isObservable, lastValueFrom } from 'rxjs';
import { hearersOf, type EventName, type TicketEvent } from '#ticket/event';
import type { Service } from '#ticket/service';
import { patternOf } from '#queue/on';
import { Relay } from '#queue/relay';
import type { ServiceQueues } from '#queue/service-queue';
import type { TestHouse } from '#testing/test-house';

/** One job as a worker would get it: an event, for one of the services that hear it. */
export interface Delivery {
  readonly service: Service;
  readonly event: TicketEvent;
}

interface OutboxRow {
  [column: string]: unknown;
  event: EventName;
  ticket_id: string;
  seq: number;
}

/** The house's post in the hands of a test: its relay stands still, and the test says what is delivered when, and how often. */
export class Deliveries {
  private constructor(private readonly house: TestHouse) {}

  static async takeOver(house: TestHouse): Promise<Deliveries> {
    await house.settle();
    await house.house.app.get(Relay).beforeApplicationShutdown();
    return new Deliveries(house);
  }

  /** What was committed since the last look, oldest first, a delivery for each service that hears it. */
  async collect(): Promise<Delivery[]> {
    const rows = await this.house.database.sql.query<OutboxRow>(
      `WITH taken AS (DELETE FROM ticket.outbox RETURNING id, event, ticket_id, seq) SELECT * FROM taken ORDER BY id`,
      [],
    );
    return rows.flatMap(({ event, ticket_id: ticketId, seq }) =>
      hearersOf(event).map((service) => ({ service, event: { name: event, ticketId, seq } })),
    );
  }

  /** Calls the reaction as the worker does. */
  async deliver({ service, event }: Delivery): Promise<void> {
    const handler = this.server.getHandlerByPattern(patternOf(service, event.name));
    if (!handler) throw new Error(`${service} does not hear ${event.name}`);
    const done: unknown = await handler(event);
    if (isObservable(done)) await lastValueFrom(done, { defaultValue: undefined });
  }

  /** What a sweep might bring back at any time: each reaction asked to look at this ticket, for no reason. */
  sweeps(ticketId: string): Delivery[] {
    return this.server
      .subscriptions()
      .flatMap(({ service, hears: [name] }) => (name ? [{ service, event: { name, ticketId, seq: 0 } }] : []));
  }

  private get server(): ServiceQueues {
    const [microservice] = this.house.house.app.getMicroservices();
    return (microservice as unknown as { serverInstance: ServiceQueues }).serverInstance;
  }
}
