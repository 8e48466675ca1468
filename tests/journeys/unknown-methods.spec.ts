import { methodOf, pathOf, routeNames } from '#http-api/routes';
import { hotline } from './support/hotline';

const at = hotline();

const ask = async (method: string, path: string) => {
  const answer = await fetch(`${at.house.url}${path}`, { method });
  return { status: answer.status, allow: answer.headers.get('allow')?.split(', '), body: await answer.text() };
};
const paths = [...new Set(routeNames.map(pathOf))];

describe('an address that is asked by a method which does nothing there', () => {
  it.each(paths)('is refused with those that do: %s', async (path) => {
    const { status, allow } = await ask('OPTIONS', path.replace(/:\w+/g, 'x'));
    expect(status).toBe(405);
    expect(allow).toEqual(expect.arrayContaining(routeNames.filter((route) => pathOf(route) === path).map(methodOf)));
  });

  it('is refused so before anybody has signed in, as a problem', async () => {
    const { status, allow, body } = await ask('DELETE', '/api/tickets?limit=1');
    expect([status, allow]).toEqual([405, ['GET', 'HEAD', 'POST']]);
    expect(JSON.parse(body)).toMatchObject({
      code: 'method-not-allowed',
      detail: '这个地址只支持 GET、HEAD、POST',
      allow: ['GET', 'HEAD', 'POST'],
    });
    expect((await ask('POST', '/health/live')).status).toBe(405);
  });

  it('is not found where no method does anything', async () => {
    for (const path of ['/api/nothing', '/api/tickets/', '/api/tickets/x/y/z', '/nothing'])
      expect([path, (await ask('DELETE', path)).status]).toEqual([path, 404]);
  });
});
