import type { ClockKind } from '#ticket/clock-kind';
import { clockHolder } from '#ticket/clock-holder';
import type { DutyPost } from '#ticket/duty-post';
import type { LadderAudience } from '#ticket/ladder-terms';
import type { Role } from '#ticket/role';
import type { People, Person } from './people';

/** A person whom a rung reaches, with the number the duty roster gives for them. */
export interface Reached {
  readonly accountId: string;
  readonly phone: string | null;
}

/** What of a rung decides whom it reaches: `departmentId` is that of its part, or of the ticket's lead. */
export interface Reaching {
  readonly kind: ClockKind;
  readonly departmentId: string | null;
  readonly audience: readonly LadderAudience[];
}

/** Who is asked by their roles in a department, or at the hotline, unless the roster names somebody. */
interface Seat {
  readonly departmentId: string | null;
  readonly posts: readonly DutyPost[];
  readonly roles: readonly Role[];
}

/** Whoever is on duty, and everybody with the role where nobody is. Nobody left means the supervisors, then the manager. */
export function reach(people: People, reaching: Reaching, parentOf: (id: string) => string | null): Reached[] {
  const found = reaching.audience.flatMap((audience) => seated(people, seatOf(audience, reaching), parentOf));
  const fallback = [hotlineSeat('supervisor'), hotlineSeat('manager')];
  const reached = [found, ...fallback.map((seat) => occupants(people, seat))].find(({ length }) => length > 0) ?? [];
  const byAccount = new Map(reached.toReversed().map((each) => [each.accountId, each]));
  return [...byAccount.values()].reverse();
}

const hotlineSeat = (role: Role): Seat => ({
  departmentId: null,
  posts: role === 'shift-lead' ? ['duty-officer'] : [],
  roles: [role],
});

function seatOf(audience: LadderAudience, { kind, departmentId }: Reaching): Seat {
  const isOfDepartment = audience === 'holder' || audience === 'department-head';
  if (!isOfDepartment) return hotlineSeat(audience);
  const holder = clockHolder(kind)?.holder ?? 'department';
  if (holder !== 'department') return hotlineSeat(audience === 'holder' ? holder : 'supervisor');
  // Nobody has the ticket yet, or any more.
  if (departmentId === null) return hotlineSeat('dispatcher');
  return audience === 'holder'
    ? { departmentId, posts: ['contact-a', 'contact-b'], roles: ['handler', 'officer'] }
    : { departmentId, posts: ['head'], roles: ['department-head'] };
}

/** A unit without anybody is answered for by the one above it. */
function seated(people: People, seat: Seat, parentOf: (id: string) => string | null): Reached[] {
  const here = occupants(people, seat);
  const parentId = seat.departmentId === null ? null : parentOf(seat.departmentId);
  return here.length > 0 || parentId === null ? here : seated(people, { ...seat, departmentId: parentId }, parentOf);
}

function occupants({ persons, turns }: People, { departmentId, posts, roles }: Seat): Reached[] {
  const known = new Map(persons.map((person) => [person.id, person]));
  const onDuty = posts.flatMap((post) =>
    turns.filter((turn) => turn.post === post && turn.departmentId === departmentId && known.has(turn.accountId)),
  );
  // B is reached where there is no A, or A is away.
  const first = onDuty.find(({ accountId }) => known.get(accountId)?.deputyId === null) ?? onDuty[0];
  if (first) return presentOf(known.get(first.accountId), first.phone);
  const named = persons.filter(
    (person) =>
      roles.some((role) => person.roles.includes(role)) &&
      (departmentId === null || person.departmentId === departmentId),
  );
  return named.flatMap((person) => presentOf(person, null));
}

/** Somebody, or whoever stands in for them. */
const presentOf = (person: Person | undefined, phone: string | null): Reached[] => {
  if (!person) return [];
  return [person.deputyId === null ? { accountId: person.id, phone } : { accountId: person.deputyId, phone: null }];
};
