import { hotline } from './support/hotline';

const at = hotline();

describe('every answer', () => {
  const headersOf = async (address: string) => (await at.house.nobody().send(address, { method: 'GET' })).headers;

  it('stays in no cache, is taken for nothing but what it is, and runs nothing', async () => {
    // Refused, or answered by a page: personal data could stand in any.
    for (const address of ['/api/tickets', '/api/welcome', '/api/docs', '/no-such-page']) {
      const headers = await headersOf(address);
      expect([address, headers.get('cache-control')]).toEqual([address, 'no-store']);
      expect([address, headers.get('x-content-type-options')]).toEqual([address, 'nosniff']);
    }
    expect((await headersOf('/api/welcome')).get('content-security-policy')).toBe(
      `default-src 'none';frame-ancestors 'none'`,
    );
  });

  it('of a page lets its own scripts run', async () => {
    expect((await headersOf('/api/docs')).get('content-security-policy')).toContain(`script-src 'self'`);
  });
});
