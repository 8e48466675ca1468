import { hadPartIn } from '#ticket/appeal-guards';
import type { Assignment, Ticket } from '#ticket/ticket';

/** The part of these departments in the round that was rated, the lead's before what they helped with; else their last one. */
export function appellantsPart(
  { assignments, rating }: Ticket,
  departmentIds: readonly string[],
): Assignment | undefined {
  const theirs = assignments.filter(({ departmentId }) => departmentIds.includes(departmentId));
  const rated = theirs.filter((part) => hadPartIn(rating?.round ?? 0, part));
  return rated.findLast(({ role }) => role === 'lead') ?? rated.at(-1) ?? theirs.at(-1);
}
