import { ATicket, at, someone } from '#testing/a-ticket';
import { ActorRefused } from './actor-refused';
import { register } from './register';
import type { ActorRole } from './role';

const registeredBy = (role: ActorRole) =>
  register(new ATicket().now, {
    actor: someone([role]),
    at: at('2026-03-02 10:00'),
    newId: () => 'part',
    pastClocks: new Set(),
    unitsOf: (id) => [id],
  });

describe('a registration', () => {
  it('that lacks nothing waits for its department', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').now;
    expect(ticket).toMatchObject({
      state: 'registered',
      missing: [],
      round: 0,
      version: 1,
      seq: 1,
      leadId: null,
      leadDepartmentId: null,
      handledAt: null,
      closedAt: null,
      dispatchedAt: null,
      archivedAt: null,
      closeReason: null,
      mergedIntoId: null,
      rating: null,
      arbitrated: false,
      judgementDue: false,
      callbackAttempts: 0,
      nudges: 0,
      urges: 0,
      assignments: [],
      registeredAt: at('2026-03-02 10:00'),
      stateSince: at('2026-03-02 10:00'),
    });
  });

  it.each([
    ['nobody who asks', { citizenId: null }, ['who']],
    ['no place', { areaCode: null }, ['where']],
    ['no cause and no course', { content: ' \n' }, ['cause', 'course']],
    ['nothing but a title', { citizenId: null, areaCode: null, content: '' }, ['who', 'where', 'cause', 'course']],
  ] as const)('with %s is incomplete', (_, given, missing) => {
    expect(new ATicket(given).now).toMatchObject({ state: 'incomplete', missing });
  });

  it.each([
    ['somebody who stays anonymous', { citizenId: null, anonymous: true }],
    ['an address instead of an area', { areaCode: null, address: '滨河路三号' }],
    ['a point on the map instead of an area', { areaCode: null, location: { lat: 29.5, lng: 106.5 } }],
  ] as const)('by %s is complete', (_, given) => {
    expect(new ATicket(given).now).toMatchObject({ state: 'registered', missing: [] });
  });

  it('of a critical matter needs only the place', () => {
    const given = { urgency: 'critical', citizenId: null, content: '' } as const;
    expect(new ATicket(given).now.missing).toEqual([]);
    expect(new ATicket({ ...given, areaCode: null }).now.missing).toEqual(['where']);
  });

  it('is told by a line that keeps the facts, and none of the words', () => {
    const [line] = new ATicket({ urgency: 'urgent', subjectParty: '某公司', address: '滨河路三号' }).lines;
    expect(line).toMatchObject({
      ticketId: 'ticket',
      seq: 1,
      at: at('2026-03-02 10:00'),
      actor: 'agent',
      name: 'register',
      from: null,
      to: 'registered',
      text: null,
      event: 'ticket.registered',
    });
    expect(line?.data).toEqual({
      number: '20260302000000142',
      type: 'help',
      urgency: 'urgent',
      channel: 'phone',
      categoryCode: null,
      areaCode: 'east-1',
      citizenId: 'citizen',
      anonymous: false,
      confidential: false,
      reachable: true,
      stability: false,
      peopleInvolved: null,
      amountYuan: null,
      subjectDepartmentId: null,
      routingHeld: false,
      restricted: false,
      upstreamSystem: null,
      upstreamNumber: null,
      upstreamDueAt: null,
      previousTicketId: null,
      visitId: null,
    });
  });

  it.each(['agent', 'shift-lead', 'admin', 'citizen', 'channel', 'system'] as const)('is made by %s', (role) => {
    expect(registeredBy(role).ticket.state).toBe('registered');
  });

  it.each(['handler', 'dispatcher', 'reviewer', 'leader'] as const)('is not made by %s', (role) => {
    expect(() => registeredBy(role)).toThrow(new ActorRefused('register', role));
  });
});
