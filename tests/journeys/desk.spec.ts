import { walk } from '../../scripts/replay/reconcile/walk';
import { hotline } from './support/hotline';

const at = hotline();

/** The titles on a department's desk, page by page to its end. */
async function titles(department: string, state: 'working' | 'answered'): Promise<string[]> {
  const handler = await at.house.as('handler', department);
  const parts = await walk((cursor) => handler.call('GET /api/assignments', { query: { state, limit: 2, cursor } }));
  return parts.map(({ ticket }) => ticket.title);
}

describe('a desk', () => {
  const matters = ['一', '二', '三', '四', '五'] as const;

  it('shows what is worked on as it is due, and what was answered the newest ticket first', async () => {
    for (const [index, title] of matters.entries()) {
      at.house.clock.advance(60_000);
      await at.people.bring(index < 3 ? 'callback' : 'handling', { title, categoryCode: 'city.waste' });
    }
    expect(await titles('urban', 'working')).toEqual(['四', '五']);
    expect(await titles('urban', 'answered')).toEqual(['三', '二', '一']);
  });

  it('shows its units’ parts among its own', async () => {
    const { id: unit } = at.house.department('traffic-police');
    const { id: above } = at.house.department('police');
    for (const [index, title] of matters.entries()) {
      at.house.clock.advance(60_000);
      const ticket = await at.people.register({ title, hold: true });
      const body = { leadId: index % 2 === 0 ? unit : above };
      const led = await at.people.change('dispatcher', 'dispatch', ticket, body);
      await at.people.reply(await at.people.sign(led));
    }
    expect(await titles('police', 'answered')).toEqual(['五', '四', '三', '二', '一']);
    expect(await titles('traffic-police', 'answered')).toEqual(['五', '三', '一']);
  });
});
