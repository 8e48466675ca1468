import { service } from '#ticket/actor';
import type { Route, RouteAnswer, RouteRequest } from '#http-api/routes';
import { TicketStore } from '#store/ticket-store';
import type { HouseClient } from './house-client';
import type { TestHouse } from './test-house';

type Body<R extends Route> = NonNullable<RouteRequest<R>['body']>;
export type TicketView = RouteAnswer<'GET /api/tickets/:id'>;
export type PartView = TicketView['assignments'][number];
export type Registration = Body<'POST /api/tickets'>;
type ReplyBody = Body<'POST /api/assignments/:id/reply'>;
type RatingBody = Body<'POST /api/tickets/:id/ratings'>;

/** Routes that change a ticket named by `:id` and answer with it. */
type Change = Exclude<Extract<Route, `POST /api/tickets/:id/${string}`>, `${string}/attachments${string}`>;

export const ordinary = {
  type: 'help',
  channel: 'phone',
  title: '小区垃圾三天没有清运',
  content: '东城街道滨河社区三号楼前的垃圾已经三天没有清运，气味很大。',
  categoryCode: 'city.waste',
  areaCode: 'east-1',
  citizen: { name: '张小明', phone: '13812345678' },
} as const satisfies Registration;

export const goodReply = {
  factFinding: 'confirmed',
  demandFinding: 'reasonable',
  resolution: 'solved',
  internalText: '已安排清运公司当日清运，并约谈项目负责人。',
  publicText: '您反映的垃圾已于今日清运完毕。',
} as const satisfies ReplyBody;

export const satisfied = { contacted: 'yes', solved: 'yes', satisfaction: { result: 'satisfied' } } as const;
export const dissatisfied = { contacted: 'yes', solved: 'no', satisfaction: { result: 'very-dissatisfied' } } as const;
export const basicallySatisfied = {
  contacted: 'yes',
  solved: 'partly',
  satisfaction: { result: 'basically-satisfied' },
} as const;

/** How far a ticket has come on the straight road. */
export const road = ['registered', 'dispatched', 'handling', 'replied', 'callback', 'closed'] as const;
type Milestone = (typeof road)[number];

/** What people do with tickets: each act is done by who does it, waits for what follows by itself, and answers the ticket. */
export class People {
  constructor(private readonly house: TestHouse) {}

  /** An ordinary matter, apart from what the test says of it. */
  async register(given: Partial<Registration> = {}): Promise<TicketView> {
    const agent = await this.house.as('agent');
    const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, ...given } });
    return this.now(id);
  }

  /** A ticket that has come so far on the straight road. */
  async bring(to: Milestone, given: Partial<Registration> = {}): Promise<TicketView> {
    const ahead = road.slice(0, road.indexOf(to) + 1);
    let ticket = await this.register(ahead.length === 1 ? { ...given, hold: true } : given);
    if (ahead.includes('handling')) ticket = await this.sign(ticket);
    if (ahead.includes('replied')) ticket = await this.reply(ticket);
    if (ahead.includes('callback')) ticket = await this.change('reviewer', 'approve', ticket, {});
    if (ahead.includes('closed')) ticket = await this.rate(ticket);
    return ticket;
  }

  /** The ticket as it stands when nothing is left to be done by itself. */
  async now(id: string): Promise<TicketView> {
    await this.house.settle();
    return this.look(id);
  }

  /** The ticket as it stands this moment. */
  async look(id: string): Promise<TicketView> {
    return (await this.house.as('agent')).call('GET /api/tickets/:id', { params: { id } });
  }

  /** `change('supervisor', 'void', ticket, { reason })` */
  async change<Name extends (Change extends `POST /api/tickets/:id/${infer Each}` ? Each : never)>(
    role: Parameters<TestHouse['as']>[0],
    name: Name,
    { id }: { id: string },
    body: Body<Extract<Route, `POST /api/tickets/:id/${Name}`>>,
  ): Promise<TicketView> {
    const route: Change = `POST /api/tickets/:id/${name}`;
    await (await this.house.as(role)).call<Change>(route, { params: { id }, body });
    return this.now(id);
  }

  async sign(ticket: TicketView, part = leadOf(ticket)): Promise<TicketView> {
    const handler = await this.handlerOf(part);
    await handler.call('POST /api/assignments/:id/sign', { params: { id: part.id }, body: {} });
    return this.now(ticket.id);
  }

  async contact(ticket: TicketView, part = leadOf(ticket)): Promise<TicketView> {
    const body = { at: this.house.clock.now().toISOString(), by: 'phone' } as const;
    await (await this.handlerOf(part)).call('POST /api/assignments/:id/contact', { params: { id: part.id }, body });
    return this.now(ticket.id);
  }

  async reply(ticket: TicketView, said: Partial<ReplyBody> = {}, part = leadOf(ticket)): Promise<TicketView> {
    const body = { ...goodReply, ...said };
    await (await this.handlerOf(part)).call('POST /api/assignments/:id/reply', { params: { id: part.id }, body });
    return this.now(ticket.id);
  }

  async giveBack(ticket: TicketView, part = leadOf(ticket)): Promise<TicketView> {
    const body = { reasonCode: 'not-ours', basis: '不属于本单位职责范围' } as const;
    await (await this.handlerOf(part)).call('POST /api/assignments/:id/return', { params: { id: part.id }, body });
    return this.now(ticket.id);
  }

  /** The hotline's answer to a department's wish to return. */
  async decide(ticket: TicketView, decision: 'uphold' | 'reject'): Promise<TicketView> {
    const dispatcher = await this.house.as('dispatcher');
    const params = { id: await this.pendingReturn(ticket) };
    if (decision === 'uphold') await dispatcher.call('POST /api/returns/:id/uphold', { params, body: {} });
    else await dispatcher.call('POST /api/returns/:id/reject', { params, body: { reason: '属于贵单位职责' } });
    return this.now(ticket.id);
  }

  async pendingReturn({ id }: { id: string }): Promise<string> {
    const { items } = await (await this.house.as('dispatcher')).call('GET /api/returns', { query: { limit: 200 } });
    const found = items.find(({ ticketId }) => ticketId === id);
    if (!found) throw new Error(`ticket ${id} has no pending return`);
    return found.id;
  }

  rate(ticket: TicketView, said: RatingBody = satisfied): Promise<TicketView> {
    return this.change('callback', 'ratings', ticket, said);
  }

  /** As the retention's job does it. */
  async archive({ id }: { id: string }): Promise<void> {
    await this.house.app.get(TicketStore).apply(id, 'archive', {}, service('retention'));
  }

  handlerOf(part: { departmentId: string }): Promise<HouseClient> {
    return this.house.as('handler', part.departmentId);
  }
}

/** The part of the department that leads now, or that led last. Parts come in the order of their ids, which is none. */
export function leadOf(ticket: TicketView): PartView {
  const taken = ({ state }: PartView) => (['returned', 'cancelled'].includes(state) ? 0 : 1);
  const [lead] = ticket.assignments
    .filter(({ role }) => role === 'lead')
    .sort((a, b) => b.round - a.round || taken(b) - taken(a) || b.dispatchedAt.localeCompare(a.dispatchedAt));
  if (!lead) throw new Error(`ticket ${ticket.number} has never had a lead`);
  return lead;
}
