import { allowedMoves } from '#ticket/allowed-moves';
import { isOpenAssignment } from '#ticket/assignment-state';
import type { MoveName } from '#ticket/transition';
import { mayCall } from '../identity/may-call';
import type { User } from '../identity/session';
import type { MoveForm } from './move-form';
import { moveForms } from './move-forms';
import { moveLabel } from './move-label';
import type { AssignmentView, MoveTarget, TicketView } from './move-target';
import { refusal } from './refusal';

/** Something this person may do to this ticket now; `refused` says why it would not be accepted yet. */
export interface AvailableMove {
  readonly key: string;
  readonly name: MoveName;
  /** What it is called here: a unit below answers to its department, not jointly with others. */
  readonly label: string;
  readonly form: MoveForm;
  readonly target: MoveTarget;
  readonly refused: string | null;
  /** Whose request it is done to, where several departments ask for the same. */
  readonly whose?: string;
}

/** From the domain's table, the route table and the domain's guards; nothing about states is said here. */
export function availableMoves(
  ticket: TicketView,
  user: User,
  departmentIds: string[],
  unitsOf: (id: string) => string[],
): AvailableMove[] {
  const names = allowedMoves(ticket.state, user.roles) as MoveName[];
  return names.flatMap((name) => {
    const form = moveForms[name];
    if (!form || form.rank === 'apart' || !mayCall(form.route, user.roles)) return [];
    if (form.isFor?.(ticket) === false) return [];
    return targetsOf(form, ticket, departmentIds)
      .filter(({ part }) => !form.needsUnits || unitsOf(part?.departmentId ?? '').length > 1)
      .map((target) => ({
        key: `${name}:${target.part?.id ?? ''}`,
        name,
        label: moveLabel(name, target.part),
        form,
        target,
        refused: form.isGuarded ? refusal(name, target, user, departmentIds) : null,
      }))
      .filter(({ refused }) => refused === null || form.explainsRefusal);
  });
}

/** A department's move is done to each of its own open parts; everything else to the ticket. */
function targetsOf(form: MoveForm, ticket: TicketView, departmentIds: string[]): MoveTarget[] {
  const isHotlines = form.isHotlinesIfProtected && ticket.citizen.confidential && departmentIds.length === 0;
  const isTheirs = (part: AssignmentView): boolean => isHotlines || departmentIds.includes(part.departmentId);
  const handedOn = new Set(ticket.assignments.filter(isTheirs).map(({ id }) => id));
  const isOwn = (part: AssignmentView): boolean =>
    (form.on === 'part' || part.role === form.on) &&
    (form.ofAnswered ? part.state === 'answered' && part.round === ticket.round : isOpenAssignment(part.state)) &&
    isTheirs(part) &&
    // What a department handed on is answered by its unit.
    !(part.parentId && handedOn.has(part.parentId)) &&
    form.isForPart?.(part) !== false;
  if (form.on === 'lead' || form.on === 'co-handler' || form.on === 'part')
    return ticket.assignments.filter(isOwn).map((part) => ({ ticket, part }));
  // Whatever shows a request offers what may be done with it.
  return form.on === 'request' ? [] : [{ ticket }];
}
