import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nginxRoutes } from './nginx-routes';
import { methodOf, pathOf, routeNames, routeRow } from './routes';

describe('the way through nginx', () => {
  const rules = nginxRoutes()
    .split('\n')
    .flatMap((line) => {
      const [, pattern, service] = /^ {2}"~(.+)" (\w+);$/.exec(line) ?? [];
      return pattern && service ? [{ pattern: new RegExp(pattern), service }] : [];
    });

  it('sends each operation to the one service that owns it', () => {
    for (const route of routeNames) {
      const asked = `${methodOf(route)} ${pathOf(route).replace(/:\w+/g, '018f3c5e-0000-7000-8000-000000000001')}`;
      const services = new Set(rules.filter(({ pattern }) => pattern.test(asked)).map(({ service }) => service));
      expect([asked, ...services]).toEqual([asked, routeRow(route).service]);
    }
  });

  it('is written in deploy/nginx/routes.conf as the route table has it now (npm run nginx)', () => {
    const written = readFileSync(join(__dirname, '../../../deploy/nginx/routes.conf'), 'utf8');
    expect(written).toBe(nginxRoutes());
  });
});
