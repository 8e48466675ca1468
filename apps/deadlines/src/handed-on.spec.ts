import { ATicket, at, goodReply, someone } from '#testing/a-ticket';
import type { Registration } from '#ticket/register';
import type { TransitionInput } from '#ticket/transition-input';
import { clock, clocks, clocksOfLines, yellow } from './told-clocks.spec-support';

// 2026-03-02 is a Monday; a request for help is due in five working days, on Monday the 9th at 18:00.
const monday = '2026-03-02 10:00';
const above = someone(['handler'], ['lighting', 'lighting-east', 'lighting-east-2', 'power', 'power-east']);

type HandedOn = Partial<TransitionInput['subDispatch']>;
const atWork = (given: Partial<Registration> = {}, ...coHandlers: string[]) =>
  new ATicket(given, monday).dispatched('lighting', ...coHandlers).signed();
const handOn = (ticket: ATicket, { departmentId = 'lighting-east', ...more }: HandedOn = {}) => {
  const parent = departmentId.replace(/-[^-]+$/, '');
  return ticket.does('subDispatch', ticket.on(parent, { departmentId, ...more }), above);
};

describe('the time of a unit to which a part was handed on', () => {
  it('is its own from then on, and never more than its department has', () => {
    const ticket = handOn(atWork().at('2026-03-04 10:00'));
    expect(clock(ticket, 'sign', 'lighting-east')).toBe('running, due 2026-03-05 18:00');
    // Five working days from Wednesday would be Wednesday the 11th.
    expect(clock(ticket, 'finish', 'lighting-east')).toBe('running, due 2026-03-09 18:00');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-09 18:00');
  });

  it('is what the department gives it, within its own', () => {
    const ticket = handOn(atWork(), { dueAt: at('2026-03-04 12:00') });
    expect(clock(ticket, 'finish', 'lighting-east')).toBe('running, due 2026-03-04 12:00');
    expect(clock(ticket, 'sign', 'lighting-east')).toBe('running, due 2026-03-03 18:00');
    const later = handOn(atWork(), { dueAt: at('2026-03-20 12:00') });
    expect(clock(later, 'finish', 'lighting-east')).toBe('running, due 2026-03-09 18:00');
  });

  it('may be longer than the rules give where the department has more time itself', () => {
    const asked = { extensionId: 'extension', kind: 'finish', dueAt: at('2026-03-09 18:00') } as const;
    const ticket = atWork();
    ticket.does('extend', ticket.on('lighting', { ...asked, until: at('2026-03-16 18:00') }));
    handOn(ticket, { dueAt: at('2026-03-13 18:00') });
    expect(clock(ticket, 'finish', 'lighting-east')).toBe('running, due 2026-03-13 18:00');
  });

  it('ends within that of a unit below which has it from another one below', () => {
    const ticket = handOn(handOn(atWork(), { dueAt: at('2026-03-04 12:00') }), { departmentId: 'lighting-east-2' });
    expect(clock(ticket, 'finish', 'lighting-east-2')).toBe('running, due 2026-03-04 12:00');
  });

  it('is met by its answer, and what its department has goes on', () => {
    const ticket = handOn(atWork());
    ticket.at('2026-03-03 10:00').does('coSign', ticket.on('lighting-east', {}));
    ticket.at('2026-03-04 10:00').does('coReply', ticket.on('lighting-east', goodReply));
    expect(clock(ticket, 'sign', 'lighting-east')).toBe('met 2026-03-03 10:00');
    expect(clock(ticket, 'finish', 'lighting-east')).toBe('met 2026-03-04 10:00');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-09 18:00');
  });

  it('is late for itself: neither its department’s answer nor the approval of that meets it', () => {
    const ticket = handOn(atWork()).replied({ overruledReason: '已自行办理' }).does('approve', {});
    expect(clock(ticket, 'finish', 'lighting')).toMatch(/^met/);
    expect(clock(ticket, 'finish', 'lighting-east')).toBe('running, due 2026-03-09 18:00');
  });

  it('is cancelled when it gives its part back, or its department loses the ticket', () => {
    const returned = handOn(atWork());
    returned.does('coReturn', returned.on('lighting-east', { reasonCode: 'not-ours', basis: '' }));
    expect(clocks(returned, 'finish', 'lighting-east')).toEqual(['cancelled']);
    const moved = handOn(atWork()).does('redispatch', { leadId: 'roads', reason: '' });
    expect(clocks(moved, 'finish', 'lighting-east')).toEqual(['cancelled']);
  });

  it('stands still with the ticket, and goes on with it', () => {
    const hold = { holdId: 'hold', plan: '', responsible: '', reviewAt: at('2026-06-01 18:00') };
    const ticket = handOn(atWork(), { dueAt: at('2026-03-05 12:00') });
    ticket.at('2026-03-03 08:00').does('hold', hold).at('2026-03-05 08:00').does('resume', {});
    expect(clock(ticket, 'finish', 'lighting-east')).toBe('running, due 2026-03-09 12:00');
    expect(clock(ticket, 'finish', 'lighting')).toBe('running, due 2026-03-11 18:00');
  });

  it('follows its department’s when the ticket becomes urgent', () => {
    const ticket = handOn(atWork()).does('edit', { urgency: 'urgent' });
    const dueOf = (department: string) => clock(ticket, 'finish', department);
    expect(dueOf('lighting-east')).toBe(dueOf('lighting'));
  });

  it('warns before the date that was given', () => {
    const ticket = handOn(atWork(), { dueAt: at('2026-03-05 12:00') });
    expect(yellow(ticket, 'finish') < '2026-03-05 12:00').toBe(true);
  });

  it('holds for a co-handler’s unit too, within the co-handler’s time', () => {
    const ticket = handOn(atWork({}, 'power').at('2026-03-05 10:00'), { departmentId: 'power-east' });
    expect(clock(ticket, 'finish', 'power-east')).toBe('running, due 2026-03-09 18:00');
  });
});

describe('the first contact that a unit below makes', () => {
  it('meets the clock of the department it speaks for', () => {
    const ticket = handOn(handOn(atWork()), { departmentId: 'lighting-east-2' });
    const call = { contactedAt: at('2026-03-02 10:05'), by: 'phone' } as const;
    ticket.at('2026-03-02 10:06').does('contact', ticket.on('lighting-east-2', call));
    expect(clock(ticket, 'contact', 'lighting')).toBe('met 2026-03-02 10:06');
  });
});

it('a receipt of a unit’s time says whom it was bounded by', () => {
  const [rule] = clocksOfLines(handOn(atWork(), { dueAt: at('2026-03-04 12:00') }).lines)
    .filter(({ kind }) => kind === 'finish')
    .slice(-1);
  expect(rule?.rule.steps).toMatchObject([{ kind: 'handed-on', dueAt: at('2026-03-04 12:00'), given: true }]);
});
