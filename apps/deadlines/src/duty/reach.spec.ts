import type { People, Person, TurnInForce } from './people';
import { reach, type Reaching } from './reach';

const somebody = (
  id: string,
  roles: Person['roles'],
  departmentId: string | null = null,
  deputyId: string | null = null,
): Person => ({
  ...{ id, roles, departmentId, deputyId },
});

const staff = [
  somebody('water-1', ['handler'], 'water'),
  somebody('water-2', ['officer'], 'water'),
  somebody('water-head', ['department-head'], 'water'),
  somebody('town-1', ['handler'], 'town'),
  somebody('dispatcher', ['dispatcher']),
  somebody('lead-1', ['shift-lead']),
  somebody('lead-2', ['shift-lead']),
  somebody('supervisor', ['supervisor']),
];
const turn = (post: TurnInForce['post'], accountId: string, phone: string | null = null): TurnInForce => ({
  ...{ departmentId: post === 'duty-officer' ? null : 'water', post, accountId, phone },
});
const parents: Record<string, string> = { village: 'town' };

const reached = (reaching: Partial<Reaching>, people: Partial<People> = {}) =>
  reach(
    { persons: staff, turns: [], ...people },
    { kind: 'sign', departmentId: 'water', audience: ['holder'], ...reaching },
    (id) => parents[id] ?? null,
  );
const ids = (...asked: Parameters<typeof reached>) => reached(...asked).map(({ accountId }) => accountId);

describe('a rung reaches', () => {
  it('everybody at the desk of the department while no roster names anybody', () => {
    expect(ids({})).toEqual(['water-1', 'water-2']);
    expect(ids({ audience: ['holder', 'department-head'] })).toEqual(['water-1', 'water-2', 'water-head']);
  });

  it('contact A while there is one, with the number of the roster, and B while A is away', () => {
    const turns = [turn('contact-b', 'water-2'), turn('contact-a', 'water-1', '62000001')];
    expect(reached({}, { turns })).toEqual([{ accountId: 'water-1', phone: '62000001' }]);
    const away = staff.map((person) => (person.id === 'water-1' ? { ...person, deputyId: 'water-head' } : person));
    expect(ids({}, { turns, persons: away })).toEqual(['water-2']);
  });

  it('whoever stands in for somebody who is away', () => {
    const away = staff.map((person) => (person.id === 'water-head' ? { ...person, deputyId: 'water-1' } : person));
    expect(ids({ audience: ['department-head'] }, { persons: away })).toEqual(['water-1']);
  });

  it('the duty officer alone, where the hotline has one', () => {
    expect(ids({ audience: ['shift-lead'] })).toEqual(['lead-1', 'lead-2']);
    expect(ids({ audience: ['shift-lead'] }, { turns: [turn('duty-officer', 'lead-2')] })).toEqual(['lead-2']);
  });

  it('the hotline’s own people with a step that is the hotline’s', () => {
    expect(ids({ kind: 'dispatch', departmentId: null })).toEqual(['dispatcher']);
    expect(ids({ kind: 'citizen', departmentId: null })).toEqual(['dispatcher']);
  });

  it('the unit above one that has nobody, and the supervisors where there is none: never nobody', () => {
    expect(ids({ departmentId: 'village' })).toEqual(['town-1']);
    expect(ids({ departmentId: 'empty' })).toEqual(['supervisor']);
    expect(ids({ kind: 'review' })).toEqual(['supervisor']);
  });

  it('nobody twice', () => {
    expect(ids({ audience: ['supervisor', 'supervisor'] })).toEqual(['supervisor']);
  });
});
