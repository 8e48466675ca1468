import type { State } from '#ticket/state';
import { dissatisfied, goodReply, leadOf, satisfied, type TicketView } from '#testing/people';
import type { TestHouse } from '#testing/test-house';

/** Something a person does with a ticket; true when the house allowed it. */
export type Act = (house: TestHouse, ticket: TicketView) => Promise<boolean>;
type Role = Parameters<TestHouse['as']>[0];
type Change = Extract<
  Parameters<Awaited<ReturnType<TestHouse['as']>>['call']>[0],
  `POST /api/tickets/:id/${string}` | `POST /api/assignments/:id/${string}` | `POST /api/returns/:id/${string}`
>;

const change =
  (role: Role, route: Change, body: object = {}): Act =>
  async (house, { id }) => {
    const client = await house.as(role);
    return ok(await client.send(route.slice(5).replace(':id', id), post(body)));
  };

const onDesk =
  (verb: 'sign' | 'contact' | 'return' | 'reply', body: (house: TestHouse) => object): Act =>
  async (house, ticket) => {
    const { id, departmentId } = leadOf(ticket);
    const handler = await house.as('handler', departmentId);
    return ok(await handler.send(`/api/assignments/${id}/${verb}`, post(body(house))));
  };

const decide =
  (verb: 'uphold' | 'reject', body: object): Act =>
  async (house, { id }) => {
    const { database } = house;
    const pending = await database.sql.one<{ id: string }>(
      `SELECT id FROM ticket.return_request WHERE ticket_id = $1 AND state = 'pending'`,
      [id],
    );
    const dispatcher = await house.as('dispatcher');
    return ok(await dispatcher.send(`/api/returns/${pending?.id ?? 'none'}/${verb}`, post(body)));
  };

const named =
  (role: Role, verb: 'dispatch' | 'redispatch' | 'arbitrate', code: string): Act =>
  (house, ticket) =>
    change(role, `POST /api/tickets/:id/${verb}`, {
      leadId: house.department(code).id,
      ...(verb !== 'dispatch' && { reason: '职责所在' }),
    })(house, ticket);

const edit: Act = async (house, { id, version, type }) => {
  const agent = await house.as('agent');
  const body = JSON.stringify({ title: '更正：路灯与垃圾', type: type === 'help' ? 'consultation' : 'help' });
  const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
  return ok(await agent.send(`/api/tickets/${id}`, { method: 'PATCH', headers, body }));
};

const sign = onDesk('sign', () => ({}));
const contact = onDesk('contact', ({ clock }) => ({ at: clock.now().toISOString(), by: 'phone' }));
const giveBack = onDesk('return', () => ({ reasonCode: 'not-ours', basis: '不属于本单位' }));
const reply = onDesk('reply', () => goodReply);
const nudge = change('agent', 'POST /api/tickets/:id/nudge');
const withdraw = change('agent', 'POST /api/tickets/:id/withdraw', { reason: '已解决' });
const askMore = change('dispatcher', 'POST /api/tickets/:id/ask-more', { missing: ['where'] });
const judge = (reasonable: boolean) =>
  change('callback', 'POST /api/tickets/:id/judgement', { reasonable, reason: '核实情况' });
const rate = (said: object) => change('callback', 'POST /api/tickets/:id/ratings', said);
const attempt = change('callback', 'POST /api/tickets/:id/callback-attempts', { outcome: 'no-answer' });

/** What the house allows or refuses by a clock that it has written: none written is none past. */
export const readsClocks: readonly Act[] = [giveBack];

/** What people may think of doing in each state; some of it the house refuses. */
export const acts: Partial<Record<State, readonly Act[]>> = {
  incomplete: [change('agent', 'POST /api/tickets/:id/complete', { areaCode: 'east' })],
  registered: [
    change('agent', 'POST /api/tickets/:id/release'),
    named('dispatcher', 'dispatch', 'police'),
    nudge,
    askMore,
  ],
  dispatched: [sign, sign, giveBack, named('dispatcher', 'redispatch', 'housing'), edit, nudge, withdraw],
  handling: [contact, reply, reply, reply, giveBack, edit, named('dispatcher', 'redispatch', 'water')],
  returning: [
    decide('uphold', {}),
    decide('uphold', {}),
    decide('reject', { reason: '属于贵单位' }),
    named('supervisor', 'arbitrate', 'market'),
    askMore,
  ],
  replied: [
    change('reviewer', 'POST /api/tickets/:id/approve'),
    change('reviewer', 'POST /api/tickets/:id/approve'),
    change('reviewer', 'POST /api/tickets/:id/send-back', { reasonCode: 'wording' }),
  ],
  callback: [attempt, attempt, rate(satisfied), rate(dissatisfied), judge(true), judge(false)],
  closed: [
    judge(true),
    judge(false),
    rate(dissatisfied),
    change('supervisor', 'POST /api/tickets/:id/reopen', { reason: '虚假办结' }),
  ],
};

const post = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** A refusal is an answer too; a failure is not. */
function ok({ status, body }: { status: number; body: unknown }): boolean {
  if (status >= 500 || status === 400 || status === 401) throw new Error(`${status} ${JSON.stringify(body)}`);
  return status < 400;
}
