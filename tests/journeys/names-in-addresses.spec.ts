import { methodOf, pathOf, routeNames, routeRow, type Route } from '#http-api/routes';
import { roles, type Role } from '#ticket/role';
import type { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

/** Operations on one thing that the address names by its id or code. */
const onOneThing = routeNames.filter((route) => /:(id|copyId|aid|code)\b/.test(pathOf(route)));

const foreign = ['nope', '😀', '\u0000', '0'];

function permitted(route: Route): Promise<HouseClient> {
  const { permit } = routeRow(route);
  const role: Role = typeof permit === 'string' ? 'agent' : (permit[0] ?? 'agent');
  return at.house.as(role, roles[role].scope === 'department' ? 'urban' : undefined);
}

async function answers(route: Route): Promise<[string, number, string][]> {
  const client = await permitted(route);
  const method = methodOf(route);
  const body = method === 'GET' ? undefined : '{}';
  const said = { 'content-type': 'application/json', 'if-match': '"1"' };
  return Promise.all(
    foreign.map(async (name): Promise<[string, number, string]> => {
      const headers = body ? { ...said, 'idempotency-key': encodeURIComponent(`${route} ${name}`) } : undefined;
      const address = pathOf(route).replaceAll(/:\w+/g, encodeURIComponent(name));
      const { status, body: problem } = await client.send(address, { method, headers, body });
      return [name, status, (problem as { code: string }).code];
    }),
  );
}

describe('a name in an address that nothing can have', () => {
  it.each(onOneThing)('is found nowhere, whoever asks and with whatever key: %s', async (route) => {
    expect(await answers(route)).toEqual(foreign.map((name) => [name, 404, 'not-found']));
  });

  it('that is no text at all is answered as a wrong address', async () => {
    const admin = await at.house.as('admin');
    const { status, body } = await admin.send('/api/users/%ff', { method: 'GET' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid', detail: '网址有误，含有无法识别的字符' });
  });
});
