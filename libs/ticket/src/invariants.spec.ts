import fc from 'fast-check';
import { aStory, type Told } from '#testing/any-story';
import { isOpenAssignment } from './assignment-state';
import { returnedBy } from './assignments';
import { isOpen, states } from './state';
import type { Ticket } from './ticket';
import { transitionRow } from './transition';

/** Whatever happens to a ticket, in whatever order the rules allow: after each step, what it was and what it is. */
const always = (holds: (step: Told) => void) =>
  fc.assert(
    fc.property(aStory, (steps) => steps.forEach(holds)),
    { numRuns: 30 },
  );

const openParts = ({ assignments }: Ticket) => assignments.filter(({ state }) => isOpenAssignment(state));
const led = ['dispatched', 'handling', 'returning', 'held', 'replied', 'upstream', 'callback'];

describe('whatever happens to a ticket', () => {
  it('it has exactly one lead from dispatch to callback, and none while it waits for one', () => {
    always(({ after }) => {
      const leads = after.assignments.filter(({ id, role }) => role === 'lead' && id === after.leadId);
      if (led.includes(after.state)) {
        expect(leads).toHaveLength(1);
        expect(leads[0]).toMatchObject({ departmentId: after.leadDepartmentId, round: after.round });
      }
      if (['registered', 'incomplete', 'returning-up'].includes(after.state)) expect(after.leadId).toBeNull();
    });
  });

  it('only the lead of the current round is open as a lead', () => {
    always(({ after }) => {
      const open = openParts(after).filter(({ role }) => role === 'lead');
      expect(open.map(({ id }) => id)).toEqual(open.length > 0 ? [after.leadId] : []);
      expect(isOpen(after.state) || open.length === 0).toBe(true);
    });
  });

  it('an ended ticket leaves nothing open, but for the co-handlers of a closed one', () => {
    always(({ after }) => {
      if (isOpen(after.state)) return;
      const open = openParts(after).filter(({ role }) => after.state !== 'closed' || role !== 'co-handler');
      expect(open).toEqual([]);
    });
  });

  it('no department has two parts open at once', () => {
    always(({ after }) => {
      const departments = openParts(after).map(({ departmentId }) => departmentId);
      expect(new Set(departments).size).toBe(departments.length);
    });
  });

  it('what was handed on ends with the part it was handed on from, unless that was answered', () => {
    always(({ after }) => {
      for (const child of openParts(after)) {
        const parent = after.assignments.find(({ id }) => id === child.parentId);
        expect(parent?.state).not.toBe('cancelled');
        expect(parent?.state).not.toBe('returned');
      }
    });
  });

  it('a part that has ended says when, and does not come back: at most the lead’s goes over to its heir', () => {
    always(({ before, after, line }) => {
      for (const part of before.assignments) {
        const now = after.assignments.find(({ id }) => id === part.id);
        expect(now).toBeDefined();
        if (!part.endedAt) continue;
        // 更正: what was approved is under review once more.
        if (line.name === 'correctReply' && part.id === before.leadId) continue;
        if (line.name === 'succeed' && part.id === before.leadId)
          expect(now).toEqual({ ...part, departmentId: after.leadDepartmentId });
        else expect(now).toBe(part);
      }
      for (const { state, endedAt } of after.assignments)
        if (state === 'returned' || state === 'cancelled') expect(endedAt).not.toBeNull();
    });
  });

  it('each step tells one line, and the lines follow one another', () => {
    always(({ before, after, line, at }) => {
      expect(after.seq).toBe(before.seq + 1);
      expect(line).toMatchObject({ seq: after.seq, from: before.state, to: after.state, at });
      expect(line.event).toBe(transitionRow(line.name).emits);
    });
  });

  it('the line names every part that begins, and every part that is taken away or given back', () => {
    always(({ before, after, line }) => {
      const known = new Set(before.assignments.map(({ id }) => id));
      const begun = after.assignments.filter(({ id }) => !known.has(id)).map(({ id }) => id);
      const told = (line.data['assigned'] ?? []) as { id: string }[];
      expect(told.map(({ id }) => id)).toEqual(begun);
      const running = new Set(before.assignments.filter(({ endedAt }) => !endedAt).map(({ id }) => id));
      const gone = after.assignments.filter(
        ({ id, state }) => running.has(id) && !isOpenAssignment(state) && state !== 'answered',
      );
      expect(line.data['ended'] ?? []).toEqual(gone.map(({ id }) => id));
    });
  });

  it('the instant at which it was first handled stays', () => {
    always(({ before, after }) => {
      if (before.handledAt) expect(after.handledAt).toEqual(before.handledAt);
    });
  });

  it('the round only grows, one at a time, and only when it is handled again', () => {
    always(({ before, after, line }) => {
      const again = ['rework', 'reopen', 'upstreamRework'].includes(line.name);
      const first = line.name === 'dispatch' && before.round === 0;
      expect(after.round).toBe(before.round + (again || first ? 1 : 0));
    });
  });

  it('it is never given again to a department whose return was upheld, unless by arbitration', () => {
    always(({ before, after, line }) => {
      if (line.name === 'arbitrate' || after.leadId === before.leadId) return;
      expect(returnedBy(before)).not.toContain(after.leadDepartmentId);
    });
  });

  it('the rating is the last one the citizen gave, and nothing but a rating changes it', () => {
    always(({ before, after, line }) => {
      if (line.name !== 'rate') expect(after.rating).toBe(before.rating);
      if (before.rating) expect(after.rating).not.toBeNull();
    });
  });

  it('only a bad rating waits for a judgement, and only where somebody judges', () => {
    always(({ after }) => {
      if (!after.judgementDue) return;
      expect(['callback', 'closed']).toContain(after.state);
      expect(after.rating).not.toBeNull();
    });
  });

  it('somebody has it in hand while it is open, since the state or the lead last changed', () => {
    always(({ before, after, at }) => {
      expect(states[after.state].holder !== null).toBe(isOpen(after.state));
      const stays = after.state === before.state && after.leadId === before.leadId;
      expect(after.stateSince).toEqual(stays ? before.stateSince : at);
    });
  });

  it('only people’s edits count as versions', () => {
    always(({ before, after, line }) => {
      const edited = line.name === 'edit' || line.name === 'complete';
      expect(after.version).toBe(before.version + (edited ? 1 : 0));
    });
  });

  it('it is closed at an instant, for a reason, exactly when it has ended', () => {
    always(({ after }) => {
      expect(after.closedAt !== null).toBe(!isOpen(after.state));
      expect(after.closeReason !== null).toBe(!isOpen(after.state));
    });
  });
});
