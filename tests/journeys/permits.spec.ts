import { isOpenToStrangers } from '#http-api/route';
import { methodOf, routeNames, routeRow, type Route } from '#http-api/routes';
import { roleNames, roles, type Role } from '#ticket/role';
import type { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

/** Streams do not end by themselves, and signing out would end the role's session for the next route. */
const left: readonly Route[] = ['GET /api/events', 'DELETE /api/session'];
const asked = routeNames.filter((route) => !left.includes(route));
const nobodyThere = '018f3c5e-0000-7000-8000-000000000001';

/** Asks with an id that exists nowhere and a body that says nothing: who may come in learns that, who may not learns less. */
async function statusOf(client: HouseClient, route: Route): Promise<number> {
  const params = { id: nobodyThere, code: 'nowhere', year: '2026', name: 'nothing' };
  const body = methodOf(route) === 'GET' ? undefined : {};
  return (await client.try(route, { params, body } as object)).status;
}

const person = (role: Role) => at.house.as(role, roles[role].scope === 'department' ? 'urban' : undefined);

describe('every operation', () => {
  it('lets nobody in without a session, unless it is open to anyone', async () => {
    for (const route of asked) {
      const open = isOpenToStrangers(routeRow(route).permit);
      const status = await statusOf(at.house.nobody(), route);
      // Signing in with nothing is open to anyone, tracking without a number too, and refused as invalid.
      expect([route, status === 401]).toEqual([route, !open]);
    }
  });

  it.each(roleNames)('lets in %s exactly where its row permits it', async (role) => {
    const client = await person(role);
    for (const route of asked) {
      const { permit } = routeRow(route);
      const permitted = typeof permit === 'string' || permit.includes(role);
      expect([route, (await statusOf(client, route)) !== 403]).toEqual([route, permitted]);
    }
  });

  it('believes no token that was not given out', async () => {
    const status = async (authorization: string) =>
      (await at.house.nobody().send('/api/tickets', { method: 'GET', headers: { authorization } })).status;
    expect(await status('Bearer made-up-made-up-made-up-made-up')).toBe(401);
    expect(await status('Basic YWdlbnQ6YWdlbnQ=')).toBe(401);
  });
});
