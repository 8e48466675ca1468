import { firstBrokenLink } from '#store/history-chain';
import { readHistory } from '#store/read-history';
import { openHotline } from './support/open-hotline';
import { People } from '#testing/people';
import type { TestHouse } from '#testing/test-house';

let house: TestHouse;
beforeAll(async () => {
  house = await openHotline();
});
afterAll(() => house.close());

const brokenLink = async (id: string) => firstBrokenLink(house.keys, await readHistory(house.database.sql, id));

describe('the history of a ticket', () => {
  it('verifies from its first line to its last', async () => {
    const { id } = await new People(house).bring('closed');
    expect(await brokenLink(id)).toBeNull();
    expect(await house.faults()).toEqual([]);
  });

  it.each([
    ['somebody’s name put in for another’s', `actor = 'somebody else'`, 3],
    ['a step told earlier than it was', `at = at - interval '1 hour'`, 3],
    ['another outcome', `"to" = 'closed'`, 3],
    ['a fact among its data', `data = data || '{"assignmentId": "other"}'`, 3],
    ['a text that was rewritten', `text = '{"publicText": "已解决", "internalText": ""}'`, 4],
    ['a text that was taken out', `text = NULL`, 4],
  ])('betrays %s', async (_, change, seq) => {
    const { id } = await new People(house).bring('closed');
    await house.database.sql.query(`UPDATE ticket.history SET ${change} WHERE ticket_id = $1 AND seq = $2`, [id, seq]);
    expect(await brokenLink(id)).toMatchObject({ seq });
  });

  it('betrays a line that was taken out, also the last one', async () => {
    const [middle, last] = [await new People(house).bring('closed'), await new People(house).bring('closed')];
    const takeOut = `DELETE FROM ticket.history WHERE ticket_id = $1 AND seq = $2`;
    await house.database.sql.query(takeOut, [middle.id, 3]);
    await house.database.sql.query(takeOut, [last.id, 6]);
    expect(await brokenLink(middle.id)).toMatchObject({ seq: 3 });
    expect((await house.faults()).filter((fault) => fault.startsWith(last.number))).toEqual([
      `${last.number}: line 6: a line is missing`,
    ]);
  });
});
