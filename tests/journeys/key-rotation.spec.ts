import { randomBytes } from 'node:crypto';
import { KeyKeeper } from '#store/key-keeper';
import { MasterKey } from '#store/master-key';
import { finishRotation, rotateKeys } from '#store/rotate-keys';
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
});
