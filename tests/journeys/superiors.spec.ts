import type { Registration } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();
let numbers = 0;

const fromAbove = (given: Partial<Registration> = {}): Partial<Registration> => ({
  channel: 'superior',
  upstreamSystem: 'city',
  upstreamNumber: `S-${(numbers += 1)}`,
  ...given,
});
const verdict = (ticket: { id: string }, kind: 'accept' | 'rework' | 'return-accepted' | 'return-refused') =>
  at.people.change('dispatcher', 'upstream-verdict', ticket, { kind });
const running = ({ clocks }: { clocks: { state: string; kind: string; dueAt: string }[] }) =>
  clocks.filter(({ state }) => state === 'running');

describe('a ticket from a superior', () => {
  it('has its department ready one working day before the superior’s date, and promises nothing after it', async () => {
    const upstreamDueAt = '2026-09-18T12:00:00+08:00';
    const ticket = await at.people.register(fromAbove({ type: 'complaint', upstreamDueAt }));
    expect(new Date(ticket.dueAt ?? '')).toEqual(new Date('2026-09-17T18:00:00+08:00'));
    expect(new Date(ticket.promisedAt ?? '')).toEqual(new Date(upstreamDueAt));
  });

  it('gives the department four office hours, however close the date is', async () => {
    const ticket = await at.people.register(fromAbove({ upstreamDueAt: '2026-09-14T11:00:00+08:00' }));
    expect(new Date(ticket.dueAt ?? '')).toEqual(new Date('2026-09-14T15:30:00+08:00'));
  });

  it('that comes after its date leaves the department four office hours all the same', async () => {
    const ticket = await at.people.register(fromAbove({ upstreamDueAt: '2026-09-11T18:00:00+08:00' }));
    expect(new Date(ticket.dueAt ?? '')).toEqual(new Date('2026-09-14T15:30:00+08:00'));
    expect(ticket.clocksCurrent).toBe(true);
  });

  it('has a date that nobody has announced holidays for yet, and is clocked all the same', async () => {
    const ticket = await at.people.register(fromAbove({ upstreamDueAt: '2027-03-01T18:00:00+08:00' }));
    expect(ticket.dueAt).toBe(new Date('2026-09-20T18:00:00+08:00').toISOString());
  });

  it('waits for the superior with a clock that runs, also when no date was set', async () => {
    const ticket = await at.people.bring('callback', fromAbove());
    expect(ticket).toMatchObject({ state: 'upstream', holder: { role: 'upstream' } });
    expect(running(ticket).map(({ kind }) => kind)).toEqual(['upstream']);
    expect(await verdict(ticket, 'accept')).toMatchObject({ state: 'callback' });
  });

  it('goes back up when the superior agrees, and nothing runs on', async () => {
    const ticket = await at.people.register(fromAbove({ hold: true, upstreamDueAt: '2026-09-18T18:00:00+08:00' }));
    const asked = await at.people.change('dispatcher', 'return-up', ticket, { reason: '不属本区' });
    expect(asked).toMatchObject({ state: 'returning-up' });
    expect(running(asked).map(({ kind }) => kind)).toEqual(['citizen', 'upstream']);
    const returned = await verdict(asked, 'return-accepted');
    expect(returned).toMatchObject({ state: 'returned-up', holder: null });
    expect(running(returned)).toEqual([]);
  });

  it('is dispatched after all when the superior does not take it back', async () => {
    const ticket = await at.people.giveBack(await at.people.register(fromAbove()));
    const asked = await at.people.change('dispatcher', 'return-up', ticket, { reason: '不属本区' });
    const refused = await verdict(asked, 'return-refused');
    expect(refused).toMatchObject({ state: 'dispatched' });
    const { items } = await (await at.house.as('dispatcher')).call('GET /api/returns', { query: { state: 'pending' } });
    expect(items.map(({ ticketId }) => ticketId)).not.toContain(ticket.id);
  });

  it('cannot be returned to a superior that never sent it', async () => {
    const ticket = await at.people.register({ hold: true });
    const dispatcher = await at.house.as('dispatcher');
    const sent = { params: { id: ticket.id }, body: { reason: '不属本区' } };
    expect(await dispatcher.refusal('POST /api/tickets/:id/return-up', sent)).toMatchObject({ status: 409 });
  });
});
