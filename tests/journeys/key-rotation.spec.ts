import { randomBytes } from 'node:crypto';
import { MessageSending } from '#intake/messages/message-sending';
import { signatureOf } from '#platform/posting/signature';
import { Feedback } from '#intake/transfers/feedback';
import { KeyKeeper } from '#store/key-keeper';
import { MasterKey } from '#store/master-key';
import { finishRotation, rotateKeys } from '#store/rotate-keys';
import type { HouseClient } from '#testing/house-client';
import { ListeningSystem, type Told } from '#testing/listening-system';
import { hotline } from './support/hotline';

const at = hotline();

const opens = (key: Buffer) => KeyKeeper.open(at.house.database, () => Promise.resolve(key));

const generations = async (): Promise<number[]> => {
  const rows = await at.house.database.sql.query<{ generation: number }>(
    `SELECT DISTINCT get_byte(wrapped_key, 0) * 256 + get_byte(wrapped_key, 1) AS generation FROM ticket.citizen ORDER BY 1`,
  );
  return rows.map(({ generation }) => generation);
};

const caller = (phone: string) => ({ citizen: { name: '王建国', phone } });

async function phoneOf(ticketId: string): Promise<string | null> {
  const agent = await at.house.as('agent');
  const revealed = { params: { id: ticketId }, body: { reason: '核对回访号码' } };
  return (await agent.call('POST /api/tickets/:id/reveal', revealed)).phone;
}

async function givenToGateway(admin: HouseClient, webhookUrl: string): Promise<string> {
  const { secret } = await admin.call('POST /api/message-settings/new-secret', { body: {} });
  const { version, hasSecret: _, changedAt: __, ...now } = await admin.call('GET /api/message-settings');
  const body = { ...now, provider: 'webhook' as const, webhookUrl };
  await admin.call('PUT /api/message-settings', { body, headers: { 'if-match': `"${version}"` } });
  return secret ?? '';
}

async function givenToSystem(admin: HouseClient, webhookUrl: string): Promise<string> {
  const body = { name: '市热线', channels: ['superior' as const], system: 'city', webhookUrl };
  const { client } = await admin.call('POST /api/channel-clients', { body });
  const { key } = await admin.call('POST /api/channel-clients/:id/new-secret', { params: { id: client.id }, body: {} });
  return key ?? '';
}

/** Under which generation the secrets lie that we keep readable. */
async function sealedUnder(): Promise<number[]> {
  const rows = await at.house.database.sql.query<{ generation: number }>(
    `SELECT get_byte(wrapped_key, 0) * 256 + get_byte(wrapped_key, 1) AS generation FROM intake.message_settings
     UNION ALL SELECT get_byte(wrapped_key, 0) * 256 + get_byte(wrapped_key, 1) FROM ticket.channel_client`,
    [],
  );
  return rows.map(({ generation }) => generation);
}

describe('the keys of the house', () => {
  it('are replaced while people register, and everybody’s contact opens before, during and after', async () => {
    const { house, people } = at;
    const [from, next] = [house.master.key, randomBytes(32)];
    const before = await people.register(caller('13900000001'));
    const rotation = { from: new MasterKey(from), to: new MasterKey(next), learnSeconds: 0 };
    const rotated = await rotateKeys(house.database, rotation, () => undefined);
    expect(rotated).toBe(1);
    // This process has not heard of it yet, and seals as before.
    const during = await people.register(caller('13900000002'));
    expect(await generations()).toEqual([1, 2]);
    await house.app.get(KeyKeeper).refresh();
    const after = await people.register(caller('13900000003'));
    house.master.key = next;
    await finishRotation(house.database, new MasterKey(next));
    await house.app.get(KeyKeeper).refresh();
    const phones = [await phoneOf(before.id), await phoneOf(during.id), await phoneOf(after.id)];
    expect(phones).toEqual(['13900000001', '13900000002', '13900000003']);
  });

  it('open with the new master key alone once the rotation is finished', async () => {
    await expect(opens(randomBytes(32))).rejects.toThrow(
      'The master key is not the one this database was written with',
    );
    expect((await opens(at.house.master.key)).keys.generation).toBe(2);
  });

  it('were replaced by an event that everybody who audits can read', async () => {
    const quality = await at.house.as('quality');
    const { items } = await quality.call('GET /api/admin-events', { query: { subject: 'keys' } });
    expect(items).toMatchObject([{ action: 'rotate', before: { generation: 1 }, after: { generation: 2 } }]);
  });

  it('find a caller by the number that was given before', async () => {
    const agent = await at.house.as('agent');
    const { contacts } = await agent.call('POST /api/citizens/search', { body: { phone: '13900000001' } });
    expect(contacts).toHaveLength(1);
  });

  it('open with both master keys when a rotation breaks off, and a second one takes up what it left', async () => {
    const { house } = at;
    const [from, next] = [house.master.key, randomBytes(32)];
    const rotation = { from: new MasterKey(from), to: new MasterKey(next), learnSeconds: 0 };
    const breaks = rotateKeys(house.database, rotation, () => {
      throw new Error('broken off');
    });
    await expect(breaks).rejects.toThrow('broken off');
    expect((await opens(from)).keys.generation).toBe((await opens(next)).keys.generation);
    await rotateKeys(house.database, rotation, () => undefined);
    expect(await generations()).toEqual([4]);
    house.master.key = next;
    await finishRotation(house.database, new MasterKey(next));
    await house.app.get(KeyKeeper).refresh();
  });

  it('are lost to nobody who finishes with a master key that is not the house’s', async () => {
    const stranger = new MasterKey(randomBytes(32));
    await expect(finishRotation(at.house.database, stranger)).rejects.toThrow('The master key is not the one');
    expect((await opens(at.house.master.key)).keys.generation).toBe(4);
  });

  it('sign what other systems and the gateway of messages are told by the secrets that these were given before', async () => {
    const admin = await at.house.as('admin');
    const gateway = await ListeningSystem.open();
    const city = await ListeningSystem.open();
    const secrets = [await givenToGateway(admin, gateway.url), await givenToSystem(admin, city.url)];
    const sealed = await sealedUnder();
    const next = randomBytes(32);
    const rotation = { from: new MasterKey(at.house.master.key), to: new MasterKey(next), learnSeconds: 0 };
    await rotateKeys(at.house.database, rotation, () => undefined);
    at.house.master.key = next;
    await finishRotation(at.house.database, new MasterKey(next));
    await at.house.app.get(KeyKeeper).refresh();
    expect(await sealedUnder()).toEqual(sealed.map((generation) => generation + 1));
    await at.people.register(caller('13900000004'));
    await at.people.register({ channel: 'superior', upstreamSystem: 'city', upstreamNumber: 'S-1' });
    await at.house.app.get(MessageSending, { strict: false }).sendAll();
    await at.house.app.get(Feedback, { strict: false }).tellAll();
    for (const [index, { told }] of [gateway, city].entries()) {
      const { headers, text } = told[0] as Told;
      const seconds = String(headers['x-hotline-timestamp']);
      expect(headers['x-hotline-signature']).toBe(signatureOf(secrets[index] ?? '', seconds, text));
    }
    await Promise.all([gateway.close(), city.close()]);
  });
});
