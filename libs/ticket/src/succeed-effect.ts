import { partAndAbove } from './assignments';
import type { Effect } from './effect';
import type { Assignment, Ticket } from './ticket';
import type { TransitionInput } from './transition-input';

/**
 * 机构调整: another department has these parts from now on, as they are: with their clocks, replies and units. A new area
 * is written into the ticket as an edit is.
 */
export const succeed: Effect<TransitionInput['succeed']> = (ticket, { parts = [], areaCode }, { at }) => ({
  ...(parts.length > 0 && withHeirs(ticket, new Map(parts.map((each) => [each.assignmentId, each.departmentId])), at)),
  ...(areaCode !== undefined && { areaCode, version: ticket.version + 1 }),
});

function withHeirs(ticket: Ticket, heirs: ReadonlyMap<string, string>, at: Date): Partial<Ticket> {
  const moved = ticket.assignments.map((each) => {
    const departmentId = heirs.get(each.id);
    return departmentId === undefined ? each : { ...each, departmentId };
  });
  const assignments = [...new Set(heirs.values())].reduce((all, id) => joined(ticket, all, id, at), moved);
  const lead = assignments.find(({ id }) => id === ticket.leadId);
  return { assignments, leadDepartmentId: lead?.departmentId ?? ticket.leadDepartmentId };
}

/**
 * A department has one part at a time: of several that have come together the lead's stays, or the one nearest to it. The
 * others are withdrawn, and what they had handed on is now handed on by the one that stays.
 */
function joined(ticket: Ticket, assignments: Assignment[], departmentId: string, at: Date): Assignment[] {
  const depth = ({ id }: Assignment): number => (id === ticket.leadId ? 0 : partAndAbove({ assignments }, id).length);
  const standing = assignments
    .filter((each) => each.departmentId === departmentId && each.endedAt === null)
    .sort((one, other) => depth(one) - depth(other));
  const [kept, ...others] = standing;
  if (!kept || others.length === 0) return assignments;
  return assignments.map((each): Assignment => {
    if (others.includes(each)) return { ...each, state: 'cancelled', endedAt: at };
    const isHandedOn = each.endedAt === null && others.some(({ id }) => id === each.parentId);
    return isHandedOn ? { ...each, parentId: kept.id } : each;
  });
}
