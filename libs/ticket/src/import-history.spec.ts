import { at, someone } from '#testing/a-ticket';
import { blankRegistration } from './blank-registration';
import { ActorRefused } from './actor-refused';
import { importedAsTold, importHistory, type PastFacts } from './import-history';
import { move } from './move';
import type { Registration } from './register';
import { endStates } from './state';
import { TransitionRefused } from './transition-refused';

const given: Registration = {
  ...blankRegistration,
  id: 'ticket',
  number: '20240305000000142',
  trackingCode: 'code',
  type: 'complaint',
  channel: 'import',
  title: '夜间施工噪声',
  content: '工地夜间施工。',
  occurredAt: at('2024-03-05 08:00'),
  expectsReply: true,
  attributes: {
    externalNumber: 'OLD-1',
    externalNumberNote: '不留在过程里',
    note_externalSystem: '不留在过程里',
  },
};

const past: PastFacts = {
  state: 'closed',
  registeredAt: at('2024-03-05 09:00'),
  dispatchedAt: null,
  handledAt: at('2024-03-06 10:30'),
  closedAt: at('2024-03-08 17:00'),
  leadDepartmentId: 'urban',
  rating: null,
};

const context = (role: 'admin' | 'agent' | 'supervisor' = 'admin') => ({
  actor: someone([role]),
  at: at('2026-09-14 09:30'),
  newId: () => 'part',
  pastClocks: new Set<never>(),
  unitsOf: (id: string) => [id],
});

const told = (change: Partial<PastFacts> = {}) => importHistory(given, { ...past, ...change }, context());

describe('history of another system', () => {
  it.each(endStates)('ends %s as it ended there, told by one line at the instant of the import', (state) => {
    const { ticket, lines } = told({ state: state as PastFacts['state'] });
    expect(ticket).toMatchObject({ state, imported: true, missing: [], seq: 1, stateSince: past.closedAt });
    expect(ticket).toMatchObject({ registeredAt: past.registeredAt, closedAt: past.closedAt, closeReason: 'imported' });
    expect(lines).toMatchObject([
      { name: 'importHistory', from: null, to: state, at: at('2026-09-14 09:30'), text: null },
    ]);
    expect(lines[0]?.data).toMatchObject({ externalNumber: 'OLD-1', ledBy: 'urban' });
    expect(JSON.stringify(lines)).not.toMatch(/不留在过程里|夜间施工/);
  });

  it('is its lead’s part, over and answered, or taken away when nobody was answered', () => {
    const [answered] = told().ticket.assignments;
    expect(answered).toMatchObject({ departmentId: 'urban', role: 'lead', state: 'answered', endedAt: past.closedAt });
    expect(answered).toMatchObject({ answeredAt: past.handledAt, dispatchedAt: past.registeredAt });
    expect(told({ state: 'void' }).ticket.assignments[0]).toMatchObject({ state: 'cancelled', answeredAt: null });
    expect(told({ leadDepartmentId: null }).ticket).toMatchObject({ assignments: [], leadId: null, round: 0 });
  });

  it('was answered when it ended, where it had followed another ticket: nobody is waited for', () => {
    expect(told({ state: 'merged', handledAt: null }).ticket.handledAt).toEqual(past.closedAt);
    expect(told({ handledAt: null }).ticket.handledAt).toBeNull();
  });

  it('may have come, been dispatched, answered and ended all in one instant, and just now', () => {
    const then = at('2026-09-14 09:30');
    const all = { registeredAt: then, dispatchedAt: then, handledAt: then, closedAt: then };
    expect(told(all).ticket).toMatchObject(all);
  });

  it('keeps the rating that was given there, as that of its only round', () => {
    const rating = {
      source: 'survey-import',
      contacted: 'yes',
      solved: 'yes',
      satisfaction: { result: 'satisfied' },
    } as const;
    expect(told({ rating }).ticket.rating).toEqual({ ...rating, round: 1, at: past.closedAt, numberChanged: false });
    expect(told().ticket.rating).toBeNull();
  });

  it('was answered by its lead, too, where it had followed another ticket', () => {
    const { assignments } = told({ state: 'merged', handledAt: null }).ticket;
    expect(assignments[0]).toMatchObject({ state: 'answered', answeredAt: past.closedAt, submittedAt: past.closedAt });
  });

  it.each([
    ['办结时间早于登记时间', { closedAt: at('2024-03-05 08:59') }],
    ['办结时间在将来', { closedAt: at('2026-09-14 09:31') }],
    ['派单时间不在登记与办结之间', { dispatchedAt: at('2024-03-05 08:59') }],
    ['派单时间不在登记与办结之间', { dispatchedAt: at('2024-03-08 17:01') }],
    ['承办办结时间不在登记与办结之间', { handledAt: at('2024-03-05 08:59') }],
    ['承办办结时间不在登记与办结之间', { handledAt: at('2024-03-08 17:01') }],
  ])('is refused when its times cannot follow each other: %s', (reason, change) => {
    expect(() => told(change)).toThrow(new TransitionRefused('importHistory', 'closed', reason));
  });

  it('is brought by administrators only, and may be taken up again like any other', () => {
    expect(() => importHistory(given, past, context('agent'))).toThrow(new ActorRefused('importHistory', 'agent'));
    const reopened = move(told().ticket, 'reopen', { reason: '虚假办结' }, context('supervisor'));
    expect(reopened.ticket).toMatchObject({ state: 'dispatched', round: 2, closedAt: null });
  });

  it.each<Partial<PastFacts>>([
    {},
    { state: 'withdrawn', leadDepartmentId: null, handledAt: null },
    { state: 'merged', dispatchedAt: at('2024-03-05 10:00'), handledAt: null },
    { rating: { source: 'survey-import', contacted: 'yes', solved: 'yes', satisfaction: { result: 'satisfied' } } },
  ])('tells how it ended, whatever its row says now: %j', (change) => {
    const { ticket, lines } = told(change);
    const [line] = lines;
    if (!line) throw new Error('no line');
    const stored = { ...line, data: JSON.parse(JSON.stringify(line.data)) as typeof line.data };
    const tampered = {
      ...ticket,
      type: 'praise',
      closedAt: new Date(0),
      rating: null,
      leadDepartmentId: 'water',
    } as const;
    expect(importedAsTold(tampered, stored)).toEqual(ticket);
  });
});
