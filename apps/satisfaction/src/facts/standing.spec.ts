import { ATicket } from '#testing/a-ticket';
import { standingsOf } from './standing';

const team = null;

describe('what a ticket stands under', () => {
  const ticket = new ATicket().dispatched('water').now;
  const told = (name: 'dispatch' | 'redispatch' | 'succeed' | 'edit', change: object) => ({
    name,
    ticket: { ...ticket, ...change },
  });

  it('stays the department that was given it, when another takes its place', () => {
    const steps = [
      told('dispatch', {}),
      told('succeed', { leadDepartmentId: 'utilities' }),
      told('edit', { leadDepartmentId: 'utilities' }),
    ];
    expect(standingsOf(steps, team).map(({ departmentId }) => departmentId)).toEqual(['water', 'water', 'water']);
  });

  it('is the heir, once that is given the ticket itself', () => {
    const heir = { leadDepartmentId: 'utilities' };
    const steps = [
      told('dispatch', {}),
      told('succeed', heir),
      told('redispatch', { ...heir, leadId: 'another part' }),
    ];
    expect(standingsOf(steps, team).at(-1)?.departmentId).toBe('utilities');
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
    const stood = standingsOf(steps, team).map(({ areaCode }) => areaCode);
    expect(stood).toEqual(['old-town', 'old-town', 'old-town', 'old-town', 'river-1']);
  });
});
