import fc from 'fast-check';
import { aStory } from '#testing/any-story';
import { ATicket, someone } from '#testing/a-ticket';
import { isOpenAssignment } from './assignment-state';
import type { Assignment, Ticket } from './ticket';

const routing = someone(['system']);
const openParts = ({ assignments }: Pick<Ticket, 'assignments'>): Assignment[] =>
  assignments.filter(({ state }) => isOpenAssignment(state));

const partsOf = (ticket: Ticket, ...departments: string[]) =>
  openParts(ticket).filter(({ departmentId }) => departments.includes(departmentId));
const succeeded = (story: ATicket, from: readonly string[], heir: string): Ticket =>
  story.does(
    'succeed',
    {
      reorganisationId: 'r',
      parts: partsOf(story.now, ...from).map(({ id }) => ({ assignmentId: id, departmentId: heir })),
    },
    routing,
  ).now;

describe('a department whose place another takes', () => {
  it('leaves its part as it is, and who has had it since when', () => {
    const story = new ATicket().does('dispatch', { leadId: 'lighting' });
    const before = story.now;
    const after = succeeded(story, ['lighting'], 'works');
    expect(after.assignments).toEqual(before.assignments.map((each) => ({ ...each, departmentId: 'works' })));
    expect(after).toMatchObject({ leadDepartmentId: 'works', leadId: before.leadId, stateSince: before.stateSince });
    expect(after.version).toBe(before.version);
  });

  it('has one part where two had come together: the lead’s, which the line tells', () => {
    const story = new ATicket().does('dispatch', { leadId: 'lighting', coHandlerIds: ['power', 'roads'] });
    const after = succeeded(story, ['lighting', 'power'], 'works');
    expect(openParts(after).map(({ departmentId, role }) => [departmentId, role])).toEqual([
      ['works', 'lead'],
      ['roads', 'co-handler'],
    ]);
    const withdrawn = after.assignments.find(({ state }) => state === 'cancelled');
    expect(story.lines.at(-1)?.data).toMatchObject({ ended: [withdrawn?.id] });
  });

  it('whose reply is under review takes over what the other one helped with, and still has its reply', () => {
    const story = new ATicket().dispatched('lighting', 'power').signed().replied({ overruledReason: '无关' });
    const { leadId, assignments } = story.now;
    const parts = [{ assignmentId: leadId ?? '', departmentId: 'power' }];
    const after = story.does('succeed', { reorganisationId: 'r', parts }, routing).now;
    const [lead, coHandler] = after.assignments;
    expect(lead).toEqual({ ...assignments[0], departmentId: 'power' });
    expect(coHandler?.state).toBe('cancelled');
    expect(after.state).toBe('replied');
  });

  it('has a new area written into the ticket as an edit is', () => {
    const story = new ATicket();
    const { version } = story.now;
    story.does('succeed', { reorganisationId: 'r', areaCode: 'green' }, routing);
    expect(story.now).toMatchObject({ areaCode: 'green', version: version + 1, state: 'registered' });
  });

  it('is done by the hotline’s own service alone', () => {
    expect(() => new ATicket().does('succeed', { reorganisationId: 'r' }, someone(['dispatcher']))).toThrow();
  });

  it('loses no open work, whatever has happened to the ticket, and touches nothing that has ended', () => {
    fc.assert(
      fc.property(aStory, (steps) => {
        for (const { line, before, after } of steps) {
          if (line.name !== 'succeed') continue;
          // A lead whose reply is under review has its part still, and what its department helped with goes into that.
          const at = new Set(
            after.assignments.filter(({ endedAt }) => endedAt === null).map(({ departmentId }) => departmentId),
          );
          const heirs = new Map(
            ((line.data['parts'] ?? []) as { assignmentId: string; departmentId: string }[]).map((each) => [
              each.assignmentId,
              each.departmentId,
            ]),
          );
          for (const part of openParts(before)) expect(at).toContain(heirs.get(part.id) ?? part.departmentId);
          expect(after.state).toBe(before.state);
          for (const part of before.assignments)
            if (!isOpenAssignment(part.state) && !heirs.has(part.id)) expect(after.assignments).toContainEqual(part);
          expect(after.assignments).toHaveLength(before.assignments.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
