import fc from 'fast-check';
import { aStory } from '#testing/any-story';
import { at, someone, unitsBelow } from '#testing/a-ticket';
import { isOpenAssignment } from '#ticket/assignment-state';
import { move } from '#ticket/move';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { sourcesOf, successionOf, type ReorganisationPlan } from './reorganisation-plan';

const heir = (id: string, categoryCodes: string[] = [], areaCodes: string[] = []) => ({
  ...{ heir: id, name: id, founded: null, categoryCodes, areaCodes },
});

const departments = ['lighting', 'power', 'roads', 'water', 'lighting-east', 'power-west'];
const aPlan = fc.subarray(departments, { minLength: 1 }).map((from): ReorganisationPlan => ({
  kind: 'department',
  from: from.map((id) => ({ id, name: id })),
  heirs: [heir('works'), heir('grid', ['grid']), heir('valley', [], ['valley'])],
  reason: '',
}));

const context = {
  ...{ actor: someone(['system']), at: at('2026-04-01 10:00'), newId: () => 'none', pastClocks: new Set<never>() },
  unitsOf: unitsBelow,
};

/** Which tickets are open, or have a part that is. */
const isWork = ({ state, assignments }: Ticket): boolean =>
  isOpen(state) || assignments.some((part) => isOpenAssignment(part.state));
const openOf = ({ assignments }: Ticket) => assignments.filter(({ state }) => isOpenAssignment(state));

const aMatter = fc.record({
  categories: fc.constantFrom(['grid', 'city'], ['city'], []),
  areas: fc.constantFrom(['valley-1', 'valley'], ['east'], []),
});

describe('a reorganisation', () => {
  it('leaves as much open work as there was, none of it with those that end, and what is over as it was', () => {
    fc.assert(
      fc.property(aStory, aPlan, aMatter, (steps, plan, matter) => {
        const before = steps.at(-1)?.after;
        if (!before) return;
        const succession = successionOf(plan, before, matter);
        if (!succession) {
          expect(openOf(before).filter(({ departmentId }) => sourcesOf(plan).includes(departmentId))).toEqual([]);
          return;
        }
        expect(isWork(before)).toBe(true);
        const archived = { ...before, archivedAt: null };
        const { ticket: after } = move(archived, 'succeed', { reorganisationId: 'r', ...succession }, context);
        expect(isWork(after)).toBe(true);
        expect(after.state).toBe(before.state);
        expect(openOf(after).filter(({ departmentId }) => sourcesOf(plan).includes(departmentId))).toEqual([]);
        expect(sourcesOf(plan)).not.toContain(isOpen(after.state) ? after.leadDepartmentId : null);
        const others = (ticket: Ticket) =>
          openOf(ticket).filter(
            ({ departmentId }) => ![...sourcesOf(plan), 'works', 'grid', 'valley'].includes(departmentId),
          );
        expect(others(after).map(({ id }) => id)).toEqual(others(before).map(({ id }) => id));
        const over = before.assignments.filter(({ id, state }) => !isOpenAssignment(state) && id !== before.leadId);
        for (const part of over) expect(after.assignments).toContainEqual(part);
      }),
      { numRuns: 150 },
    );
  });

  it('of areas writes the new one into what is open there, and into nothing else', () => {
    const plan: ReorganisationPlan = {
      kind: 'area',
      from: [{ id: 'valley', name: '青谷乡' }],
      heirs: [heir('green')],
      reason: '',
    };
    const there = { state: 'registered', areaCode: 'valley' } as Ticket;
    expect(successionOf(plan, there, { categories: [], areas: ['valley'] })).toEqual({ areaCode: 'green' });
    expect(successionOf(plan, { ...there, state: 'closed' }, { categories: [], areas: [] })).toBeNull();
    expect(successionOf(plan, { ...there, areaCode: 'east' }, { categories: [], areas: [] })).toBeNull();
  });
});
