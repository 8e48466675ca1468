import { ATicket } from '#testing/a-ticket';
import { ordersOwed } from './order-grounds';

/** What the last line of a story calls for, as `cause round`. */
function owedBy(ticket: ATicket, act: (ticket: ATicket) => ATicket): string[] {
  const { now: before, lines: told } = ticket;
  const known = told.length;
  act(ticket);
  return ordersOwed(before, ticket.now, ticket.lines.slice(known)).map(({ cause, round }) => `${cause} ${round}`);
}

const bad = { solved: 'no' } as const;
const judged = (ticket: ATicket) => ticket.does('judge', { reasonable: true, reason: '' });
const answered = (ticket: ATicket) => ticket.signed().replied().does('approve', {});
const reworked = () => answered(judged(new ATicket().answered().rated(bad)).does('rework', {}));

describe('an order is owed', () => {
  it('when a citizen is not content with a rework, and when a third round begins: of one round once', () => {
    const first = new ATicket().answered();
    expect(owedBy(first, (it) => it.rated(bad))).toEqual([]);
    expect(owedBy(judged(first), (it) => it.does('rework', {}))).toEqual([]);
    const second = answered(first);
    expect(owedBy(second, (it) => it.rated(bad))).toEqual(['dissatisfied-after-rework 2']);
    expect(owedBy(judged(second), (it) => it.does('rework', {}))).toEqual(['dissatisfied-after-rework 2']);
  });

  it('for no good rating, and for none that nobody asked the citizen for', () => {
    expect(owedBy(reworked(), (it) => it.rated({ satisfaction: { result: 'dissatisfied' } }))).toHaveLength(1);
    expect(owedBy(reworked(), (it) => it.rated())).toEqual([]);
    expect(owedBy(reworked(), (it) => it.rated({ ...bad, source: 'unit-reported' }))).toEqual([]);
  });

  it('when a ticket is reopened: it was not completed as was said', () => {
    const closed = new ATicket().answered().rated();
    expect(owedBy(closed, (it) => it.does('reopen', { reason: '没有办' }))).toEqual(['false-completion 1']);
  });

  it('for a matter of the media once somebody leads', () => {
    const ticket = new ATicket({ channel: 'media' });
    expect(owedBy(ticket, (it) => it.does('supplement', { text: '又来了' }))).toEqual([]);
    expect(owedBy(ticket, (it) => it.dispatched())).toEqual(['media 1']);
    expect(owedBy(ticket, (it) => it.signed())).toEqual([]);
    expect(owedBy(new ATicket(), (it) => it.dispatched())).toEqual([]);
  });

  it('for a matter that may lead to unrest, and again when more people are involved', () => {
    const ticket = new ATicket({ stability: true, peopleInvolved: 3 });
    expect(owedBy(ticket, (it) => it.dispatched())).toEqual(['gathering 1']);
    expect(owedBy(ticket, (it) => it.does('edit', { title: '路灯' }))).toEqual([]);
    expect(owedBy(ticket, (it) => it.does('edit', { peopleInvolved: 30 }))).toEqual(['gathering 1']);
    expect(owedBy(ticket, (it) => it.does('edit', { stability: false }))).toEqual([]);
  });
});
