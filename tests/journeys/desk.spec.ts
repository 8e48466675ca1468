import { hotline } from './support/hotline';

const at = hotline();

/** The titles on a desk, page by page to its end. */
async function titles(state: 'working' | 'answered'): Promise<string[]> {
  const handler = await at.house.as('handler', 'urban');
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { state, limit: 2, ...(cursor && { cursor }) };
    const page = await handler.call('GET /api/assignments', { query });
    seen.push(...page.items.map(({ ticket }) => ticket.title));
    cursor = page.nextCursor;
  }
  return seen;
}

describe('a desk', () => {
  const matters = ['一', '二', '三', '四', '五'] as const;

  it('shows what is worked on as it is due, and what was answered the newest ticket first', async () => {
    for (const [index, title] of matters.entries()) {
      at.house.clock.advance(60_000);
      await at.people.bring(index < 3 ? 'callback' : 'handling', { title, categoryCode: 'city.waste' });
    }
    expect(await titles('working')).toEqual(['四', '五']);
    expect(await titles('answered')).toEqual(['三', '二', '一']);
  });
});
