import type { Assignment, Ticket } from '#ticket/ticket';

/** The part of these departments in the round that was rated: the lead's, or else what they helped with last. */
export function appellantsPart(
  { assignments, rating }: Ticket,
  departmentIds: readonly string[],
): Assignment | undefined {
  const theirs = assignments.filter(({ departmentId }) => departmentIds.includes(departmentId));
  const rated = theirs.filter(({ round }) => round <= (rating?.round ?? 0));
  return (
    rated.findLast(({ role, round }) => role === 'lead' && round === rating?.round) ?? rated.at(-1) ?? theirs.at(-1)
  );
}
