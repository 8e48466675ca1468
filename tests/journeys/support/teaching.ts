import { SuggestionLearner } from '#routing/suggestion/suggestion-learner';
import type { RouteAnswer } from '#http-api/routes';
import { goodReply, leadOf, ordinary, type People, type Registration, type TicketView } from '#testing/people';
import type { TestHouse } from '#testing/test-house';

const matters = {
  water: ['自来水水压不足', '水管爆裂漏水', '家中停水', '水表读数异常'],
  urban: ['路灯不亮', '井盖缺失', '占道经营', '垃圾无人清运'],
} as const;
export type Code = keyof typeof matters;

type Model = RouteAnswer<'GET /api/suggestion-models'>['items'][number];

/** One of the matters that this department is usually given. */
export function matterOf(code: Code, index: number): { title: string; content: string } {
  const phrase = matters[code][index % 4] ?? '';
  return { title: `${phrase}第${index % 7}处`, content: `小区门口${phrase}，已有${(index % 5) + 2}天，请处理。` };
}

/** Dispatches by hand, has it answered, and lets the hotline learn from it. */
export class Teaching {
  constructor(private readonly at: { readonly house: TestHouse; readonly people: People }) {}

  learn(): Promise<void> {
    return this.at.house.app.get(SuggestionLearner, { strict: false }).learn();
  }

  /** The newest first. */
  async models(): Promise<Model[]> {
    const admin = await this.at.house.as('admin');
    return (await admin.call('GET /api/suggestion-models', { query: { limit: 10 } })).items;
  }

  /** Held back from automatic dispatch, until a dispatcher gives it to this department. */
  async dispatched(given: Partial<Registration>, to: string): Promise<TicketView> {
    const agent = await this.at.house.as('agent');
    const { id } = await agent.call('POST /api/tickets', { body: { ...ordinary, ...given, hold: true } });
    return this.dispatch(id, to);
  }

  async dispatch(id: string, to: string): Promise<TicketView> {
    const dispatcher = await this.at.house.as('dispatcher');
    const body = { leadId: this.at.house.department(to).id };
    return dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id }, body });
  }

  async replied(ticket: TicketView): Promise<void> {
    const part = leadOf(ticket);
    const [handler, params] = [await this.at.people.handlerOf(part), { id: part.id }];
    await handler.call('POST /api/assignments/:id/sign', { params, body: {} });
    await handler.call('POST /api/assignments/:id/reply', { params, body: goodReply });
  }

  async approved(ticket: TicketView): Promise<void> {
    await this.replied(ticket);
    const reviewer = await this.at.house.as('reviewer');
    await reviewer.call('POST /api/tickets/:id/approve', { params: { id: ticket.id }, body: {} });
  }

  /** So many tickets of each of the two departments, answered. */
  async taught(times: number, given: Partial<Registration> = {}): Promise<void> {
    for (let index = 0; index < times; index += 1)
      for (const code of ['water', 'urban'] as const)
        await this.approved(await this.dispatched({ ...matterOf(code, index), ...given }, code));
  }
}
