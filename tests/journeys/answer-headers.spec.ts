import { hotline } from './support/hotline';

const at = hotline();

describe('every answer', () => {
  const headersOf = async (address: string) => (await at.house.nobody().send(address, { method: 'GET' })).headers;

  it('stays in no cache, is taken for nothing but what it is, runs nothing and tells no other site its address', async () => {
    // Refused, or answered by a page: personal data could stand in any.
    for (const address of ['/api/tickets', '/api/welcome', '/api/docs', '/no-such-page']) {
      const headers = await headersOf(address);
      expect([address, headers.get('cache-control')]).toEqual([address, 'no-store']);
      expect([address, headers.get('x-content-type-options')]).toEqual([address, 'nosniff']);
      // An address may hold what an identity provider sent somebody back with.
      expect([address, headers.get('referrer-policy')]).toEqual([address, 'no-referrer']);
    }
    expect((await headersOf('/api/welcome')).get('content-security-policy')).toBe(
      `default-src 'none';frame-ancestors 'none'`,
    );
  });

  it('of a page lets its own scripts run', async () => {
    expect((await headersOf('/api/docs')).get('content-security-policy')).toContain(`script-src 'self'`);
  });
});
