import { ordinary } from '#testing/people';
import { hotline } from '../journeys/support/hotline';

const at = hotline();
const json = { 'content-type': 'application/json' };

/** Every row that a registration writes. */
async function written(): Promise<number[]> {
  const count = async (table: string) =>
    (await at.house.database.sql.one<{ n: number }>(`SELECT count(*)::int AS n FROM ticket.${table}`))?.n ?? -1;
  return Promise.all(['ticket', 'history', 'citizen', 'ticket_key', 'assignment'].map(count));
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const said = (change: object): string => JSON.stringify({ ...ordinary, ...change });

const bodies: [string, string, number][] = [
  ['a number where a title belongs', said({ title: 42 }), 400],
  ['an object where a title belongs', said({ title: { $gt: '' } }), 400],
  ['an unknown type', said({ type: 'wish' }), 400],
  ['a field nobody knows', said({ colour: 'red' }), 400],
  ['a field nobody knows inside the citizen', said({ citizen: { name: '甲', passport: '1' } }), 400],
  ['NUL in the text', said({ content: '前\u0000后' }), 400],
  ['NUL in the name', said({ citizen: { name: '\u0000' } }), 400],
  ['a phone number of letters', said({ citizen: { phone: 'call me' } }), 400],
  ['a place outside the world', said({ location: { lat: 123, lng: 0 } }), 400],
  ['a category that does not exist', said({ categoryCode: 'no.such' }), 400],
  ['a department that does not exist', said({ subjectDepartmentId: 'no-such' }), 400],
  ['half a character in the text', JSON.stringify({ ...ordinary, content: '半' }).replace('半', '\\ud800'), 400],
  ['half a character in the name', JSON.stringify(ordinary).replace('张小明', '\\udc00'), 400],
  ['half a character in an attribute', said({ attributes: { a: '半' } }).replace('半', '\\ud800'), 400],
  ['a date that is none', said({ occurredAt: 'yesterday' }), 400],
  ['something that has not happened yet', said({ occurredAt: '2030-01-01T00:00:00Z' }), 400],
  ['an earlier ticket that nobody has', said({ previousTicketId: '0198c0de-0000-7000-8000-000000000000' }), 400],
  ['a superior’s ticket without a number', said({ channel: 'superior' }), 400],
  ['a superior’s system without a number', said({ upstreamSystem: 'city' }), 400],
  [
    'a superior’s date of another decade',
    said({ upstreamSystem: 'city', upstreamNumber: 'X', upstreamDueAt: '2016-01-01T00:00:00Z' }),
    400,
  ],
  [
    'an answer and a referral at once',
    said({ answer: { text: '答' }, refer: { reasonCode: 'petition', route: '访' } }),
    400,
  ],
  ['a title of one megabyte', said({ title: '长'.repeat(350_000) }), 413],
  ['text longer than a ticket holds', said({ content: '长'.repeat(20_001) }), 400],
  ['JSON nested thirty thousand deep', deep(30_000), 400],
  ['nested attributes', said({ attributes: { a: { b: { c: 1 } } } }), 400],
  ['a title that nobody sees', said({ title: '\u200b\u202e' }), 400],
  [
    'more attributes than a ticket keeps',
    said({ attributes: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, 1])) }),
    400,
  ],
  ['half a JSON document', '{"type":"help"', 400],
  ['a prototype', '{"__proto__":{"admin":true},"type":"help"}', 400],
  ['an array', '[]', 400],
  ['nothing', '', 400],
];

describe('a registration that makes no sense', () => {
  it.each(bodies)('is refused as a problem, and nothing is written: %s', async (_, body, status) => {
    const agent = await at.house.as('agent');
    const before = await written();
    const answer = await agent.send('/api/tickets', { method: 'POST', headers: json, body });
    expect(answer).toMatchObject({ status, type: expect.stringContaining('application/problem+json') as string });
    expect(answer.body).toMatchObject({
      status,
      code: expect.any(String) as string,
      detail: expect.any(String) as string,
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat .*\.ts|SELECT|INSERT/);
    expect(await written()).toEqual(before);
  });

  it('is refused when it is not JSON at all', async () => {
    const agent = await at.house.as('agent');
    const headers = { 'content-type': 'text/xml' };
    const answer = await agent.send('/api/tickets', { method: 'POST', headers, body: '<ticket/>' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it('says where in the JSON the fault lies', async () => {
    const agent = await at.house.as('agent');
    const body = { ...ordinary, citizen: { phone: 'x' } };
    const { errors } = await agent.refusal('POST /api/tickets', { body });
    expect(errors?.map(({ path }) => path)).toEqual(['citizen.phone']);
  });
});

describe('an address that makes no sense', () => {
  it.each([
    ['/api/tickets/not-an-id', 404],
    ['/api/tickets/%00', 404],
    [`/api/tickets/${'9'.repeat(60)}`, 404],
    ['/api/tickets?limit=0', 400],
    ['/api/tickets?limit=1e9', 400],
    ['/api/tickets?cursor=nonsense', 400],
    ['/api/tickets?phone=13800000000', 400],
    ['/api/assignments/%27%3B', 404],
    ['/api/nothing-here', 404],
  ])('%s is answered with %i', async (address, status) => {
    const agent = await at.house.as('agent');
    const answer = await agent.send(address, { method: 'GET' });
    const department = await (await at.house.as('handler', 'urban')).send(address, { method: 'GET' });
    expect([answer.status, department.status]).toEqual([status, status]);
    expect(answer.type).toContain('application/problem+json');
  });
});

describe('an address', () => {
  it('that is too long is refused as a problem too', async () => {
    const agent = await at.house.as('agent');
    const answer = await agent.send(`/api/tickets/${'9'.repeat(200)}`, { method: 'GET' });
    expect(answer).toMatchObject({ status: 400, type: expect.stringContaining('application/problem+json') as string });
  });
});
