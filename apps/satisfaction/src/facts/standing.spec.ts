import { ATicket } from '#testing/a-ticket';
import { Stands, type ToldTicket } from './standing';

const standingsOf = (steps: readonly ToldTicket[]) => {
  const stands = new Stands(null);
  return steps.map((step) => stands.after(step));
};

describe('what a ticket stands under', () => {
  const ticket = new ATicket().dispatched('water').now;
  const told = (name: 'dispatch' | 'redispatch' | 'succeed' | 'edit', change: object) => ({
    name,
    actor: 'dispatcher',
    ticket: { ...ticket, ...change },
  });
  const leadNow = (leadDepartmentId: string, leadId = ticket.leadId) => ({
    ...{ leadDepartmentId, leadId },
    assignments: [
      ...ticket.assignments,
      ...ticket.assignments.map((part) => ({ ...part, id: leadId ?? '', departmentId: leadDepartmentId })),
    ],
  });

  it('stays the department that was given it, when another takes its place', () => {
    const steps = [told('dispatch', {}), told('succeed', leadNow('utilities')), told('edit', leadNow('utilities'))];
    expect(standingsOf(steps).map(({ departmentId }) => departmentId)).toEqual(['water', 'water', 'water']);
  });

  it('is the heir, once that is given the ticket itself', () => {
    const steps = [
      told('dispatch', {}),
      told('succeed', leadNow('utilities')),
      told('redispatch', leadNow('utilities', 'another part')),
    ];
    expect(standingsOf(steps).at(-1)?.departmentId).toBe('utilities');
  });

  it('stays the area it was said to lie in, until somebody says another', () => {
    const areas = [
      ['dispatch', 'old-town'],
      ['succeed', 'new-town'],
      ['edit', 'new-town'],
      ['succeed', 'city'],
      ['edit', 'river-1'],
    ] as const;
    const steps = areas.map(([name, areaCode]) => told(name, { areaCode }));
    const stood = standingsOf(steps).map(({ areaCode }) => areaCode);
    expect(stood).toEqual(['old-town', 'old-town', 'old-town', 'old-town', 'river-1']);
  });
});
