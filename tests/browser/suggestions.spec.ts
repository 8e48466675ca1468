import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { HouseClient } from '#testing/house-client';
import { goodReply, leadOf, ordinary } from '#testing/people';
import { createTestDatabase, type TestDatabase } from '#testing/test-database';
import { matterOf } from '../journeys/support/teaching';
import { clientOf } from './client-of';
import { openScreen } from './desks';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

/** So long after the start it learns: what it is to learn must be there by then. */
const settings: Record<string, string> = { MAINTENANCE_DELAY_SECONDS: '30', THROTTLE_FACTOR: '10' };

/** Its database is ours, for a day's second learning that no test waits for. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  settings['DATABASE_URL'] = database.url;
});
const house = withDesks(settings);
afterAll(() => database.drop());

/** As if it had learnt once more, to the same end. */
async function learnAnew(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE TEMP TABLE newer AS SELECT * FROM routing.suggestion_model WHERE is_active');
  await client.query('UPDATE routing.suggestion_model SET is_active = false');
  await client.query(`INSERT INTO routing.suggestion_model SELECT gen_random_uuid(), kind, 2, trained_at + interval '1 day',
    examples, accuracy, coverage, precision, true, model FROM newer`);
  await client.end();
}

const codes = { water: 'utility.water', urban: 'city.lamps' } as const;

/** What two departments are usually given, dispatched by hand and answered. */
async function teach(times: number): Promise<void> {
  const as = (username: string) => clientOf(house.hotline(), username);
  const [agent, dispatcher, reviewer] = [await as('agent'), await as('dispatcher'), await as('reviewer')];
  const handlers = { water: await as('handler-water'), urban: await as('handler-urban') };
  const { items } = await dispatcher.call('GET /api/departments');
  for (let index = 0; index < times; index += 1)
    for (const code of ['water', 'urban'] as const) {
      const body = { ...ordinary, ...matterOf(code, index), categoryCode: codes[code], hold: true };
      const params = { id: (await agent.call('POST /api/tickets', { body })).id };
      const leadId = items.find((each) => each.code === code)?.id ?? '';
      const ticket = await dispatcher.call('POST /api/tickets/:id/dispatch', { params, body: { leadId } });
      const part = { id: leadOf(ticket).id };
      await handlers[code].call('POST /api/assignments/:id/sign', { params: part, body: {} });
      await handlers[code].call('POST /api/assignments/:id/reply', { params: part, body: goodReply });
      await reviewer.call('POST /api/tickets/:id/approve', { params, body: {} });
    }
}

async function learnt(admin: HouseClient): Promise<void> {
  while ((await admin.call('GET /api/suggestion-models')).items.length < 2) await pause(250);
}

it('learns by itself in a process of its own, dispatches what is sure, asks of the rest with reasons, and tells how good it was', async () => {
  const dispatcher = await house.desks().of('dispatcher');
  const agent = await clientOf(house.hotline(), 'agent');
  const cold = { ...ordinary, title: '路灯不亮', content: '公共设施坏了。', categoryCode: null, hold: true };
  const before = await agent.call('POST /api/tickets', { body: cold });
  await openScreen(dispatcher, '派单');
  await dispatcher.getByText(before.number).first().click();
  const suggested = dispatcher.getByRole('region', { name: '派单建议' });
  await suggested.getByText('尚无模型').first().waitFor();
  await suggested.getByText('派单目录：市容市政').waitFor();
  await picture(dispatcher, 'cold', phone);

  await teach(30);
  await learnt(await clientOf(house.hotline(), 'admin'));

  const sure = await agent.call('POST /api/tickets', {
    body: { ...ordinary, ...matterOf('urban', 99), categoryCode: null },
  });
  const strange = { title: '咨询路灯旁水表的归属', content: '请问老人如何办理资格认证手续。' };
  const unsure = await agent.call('POST /api/tickets', { body: { ...ordinary, ...strange, categoryCode: null } });
  await dispatcher.goto(`${house.hotline().url}/app/tickets/${sure.id}`);
  await dispatcher.getByText('按派单建议自动派单').waitFor();
  await dispatcher.getByText(/第1版，概率\d+%/).waitFor();
  await picture(dispatcher, 'by-itself');

  await openScreen(dispatcher, '派单');
  await dispatcher.getByText(unsure.number).first().click();
  await suggested.getByText('模型第1版').first().waitFor();
  await suggested.locator('mark').first().waitFor();
  await picture(dispatcher, 'asked', phone);
  const offered = dispatcher.locator('.suggestions').getByRole('button', { name: /%/ }).first();
  await offered.click();
  await dispatcher.getByRole('button', { name: '派单', exact: true }).last().click();
  await dispatcher.getByText(unsure.number).first().waitFor({ state: 'detached' });

  await openScreen(dispatcher, '派单建议');
  await dispatcher
    .getByRole('row', { name: /承办单位.*第1版/ })
    .getByText('使用中')
    .waitFor();
  await picture(dispatcher, 'models', phone);
  await dispatcher.getByText('采纳情况', { exact: true }).click();
  await dispatcher.getByRole('row', { name: /第1版.*城市管理局.*100\.0%（1\/1）/ }).waitFor();
  await picture(dispatcher, 'agreement', phone);

  await learnAnew();
  const admin = await house.desks().of('admin');
  await openScreen(admin, '派单建议');
  const first = admin.getByRole('row', { name: /承办单位.*第1版/ });
  await first.getByRole('button', { name: '启用此版本' }).click();
  await picture(admin, 'back');
  await admin.getByRole('tooltip').getByRole('button', { name: '启用此版本' }).click();
  await first.getByText('使用中').waitFor();
  await admin
    .getByRole('row', { name: /承办单位.*第2版/ })
    .getByRole('button', { name: '启用此版本' })
    .waitFor();
});
