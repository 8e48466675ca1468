import { setTimeout as pause } from 'node:timers/promises';
import type { Route, RouteAnswer } from '#http-api/routes';
import { HouseClient, Refused, type Sent } from '#testing/house-client';
import { goodReply, leadOf, ordinary, satisfied, type TicketView } from '#testing/people';

const patienceMs = 120_000;
const retryMs = 100;

/** People who try again, with the same key, until the hotline answers: through lost connections and restarts. */
export class StubbornPeople {
  private readonly signedIn = new Map<string, Promise<HouseClient>>();

  constructor(
    private readonly url: string,
    private readonly password: string,
  ) {}

  /** One journey from the call to the close; answers the ticket's id. */
  async journey(name: string): Promise<string> {
    const say = { ...ordinary, title: `第${name}件：垃圾未清运` };
    const { id } = await this.write('agent', 'POST /api/tickets', { body: say }, `${name}-register`);
    const lead = leadOf(await this.until(id, 'dispatched'));
    const handler = 'handler-urban';
    const params = { id: lead.id };
    await this.write(handler, 'POST /api/assignments/:id/sign', { params, body: {} }, `${name}-sign`);
    await this.write(handler, 'POST /api/assignments/:id/reply', { params, body: goodReply }, `${name}-reply`);
    await this.write('reviewer', 'POST /api/tickets/:id/approve', { params: { id }, body: {} }, `${name}-approve`);
    await this.write('callback', 'POST /api/tickets/:id/ratings', { params: { id }, body: satisfied }, `${name}-rate`);
    await this.until(id, 'closed');
    return id;
  }

  /** A read, tried until it is answered. */
  ask<R extends Route>(username: string, route: R, sent: Sent<R>): Promise<RouteAnswer<R>> {
    return this.insist(async () => (await this.as(username)).call(route, sent));
  }

  private write<R extends Route>(username: string, route: R, sent: Sent<R>, key: string): Promise<RouteAnswer<R>> {
    return this.ask(username, route, { ...sent, headers: { 'idempotency-key': key } });
  }

  private async until(id: string, state: TicketView['state']): Promise<TicketView> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const ticket = await this.ask('agent', 'GET /api/tickets/:id', { params: { id } });
      if (ticket.state === state) return ticket;
      if (performance.now() > end) throw new Error(`ticket ${ticket.number} is ${ticket.state}, not ${state}`);
      await pause(retryMs);
    }
  }

  private as(username: string): Promise<HouseClient> {
    const known = this.signedIn.get(username);
    if (known) return known;
    const body = { username, password: this.password };
    const client = this.insist(async () => {
      const { token } = await new HouseClient(this.url, null).call('POST /api/session', { body });
      return new HouseClient(this.url, token);
    });
    this.signedIn.set(username, client);
    return client;
  }

  /** A refusal in the domain's words is final; a lost connection and a failing server are not. */
  private async insist<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const end = performance.now() + patienceMs;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const final = error instanceof Refused && error.status < 500;
        if (final || performance.now() > end) throw error;
        await pause(retryMs);
      }
    }
  }
}
