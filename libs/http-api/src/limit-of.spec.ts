import { limitRow, limits, limitNames } from './limit';
import { limitByRule, limitOf } from './limit-of';
import { isOpenToStrangers } from './route';
import { openApi } from './open-api';
import { routeNames, routeRow, type Route } from './routes';

describe('the class by which a route is counted', () => {
  it.each<[Route, string]>([
    ['GET /api/tickets/:id', 'read'],
    ['GET /api/events', 'read'],
    ['POST /api/tickets', 'write'],
    ['PATCH /api/tickets/:id', 'write'],
    ['DELETE /api/session', 'write'],
    ['POST /api/tickets/search', 'search'],
    ['POST /api/citizens/search', 'caller'],
    ['POST /api/routing/suggest', 'search'],
    ['GET /api/reports/:name', 'report'],
    ['GET /api/reports/:name/tickets', 'search'],
    ['POST /api/tickets/:id/reveal', 'reveal'],
    ['POST /api/session', 'sign-in'],
    ['GET /api/welcome', 'sign-in'],
    ['POST /api/public/track', 'public'],
    ['POST /api/public/track/pictures', 'public'],
  ])('of %s is %s', (route, limit) => {
    expect(limitOf(route)).toBe(limit);
  });

  it('is the hardest by rule for what is open to anyone, and so for every such route to come', () => {
    expect(['GET /api/welcome', 'POST /api/session'].map((route) => limitByRule(route as Route))).toEqual([
      'public',
      'public',
    ]);
  });

  it('is one of the table for every route, and never that of callers without a session', () => {
    const classes: string[] = limitNames.filter((name) => name !== 'unauthenticated');
    expect(routeNames.filter((route) => !classes.includes(limitOf(route)))).toEqual([]);
  });

  it('counts whoever must be signed in by account, and everybody else by address', () => {
    for (const route of routeNames) {
      const isOpen = isOpenToStrangers(routeRow(route).permit);
      expect([route, limitRow(limitOf(route)).by]).toEqual([route, isOpen ? 'address' : 'account']);
    }
  });

  it('stands in the description of every operation, with the answer to whoever asks too often', () => {
    const { paths } = openApi() as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(routeNames.length);
    for (const operation of operations) {
      expect(limitNames).toContain(operation['x-limit']);
      expect(operation.responses).toMatchObject({ 429: { headers: { 'Retry-After': {} } } });
    }
  });
});

describe('the table of limits', () => {
  it('is hardest on what is open to anyone', () => {
    const perHour = ({ requests, perSeconds }: { requests: number; perSeconds: number }) =>
      (requests / perSeconds) * 3_600;
    const byAddress = limitNames.filter((name) => limits[name].by === 'address');
    for (const name of byAddress) expect(perHour(limits.public)).toBeLessThanOrEqual(perHour(limits[name]));
  });

  it('lets a process hold at most three hundredths of an allowance, or a single request', () => {
    for (const name of limitNames) {
      const { requests, batch } = limits[name];
      expect(batch === 1 || 1.5 * batch <= 0.03 * requests).toBe(true);
    }
  });
});
