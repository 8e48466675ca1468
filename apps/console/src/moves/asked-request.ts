import type { ListItem } from '#http-api/list-route';
import { allowedMoves } from '#ticket/allowed-moves';
import type { MoveName } from '#ticket/transition';
import { mayCall } from '../identity/may-call';
import type { User } from '../identity/session';
import type { AvailableMove } from './available-moves';
import { moveForms } from './move-forms';
import { moveLabel } from './move-label';
import type { TicketView } from './move-target';

type Appeal = ListItem<'GET /api/appeals'>;
type Extension = ListItem<'GET /api/extensions'>;
type Hold = ListItem<'GET /api/holds'>;
type SignOff = ListItem<'GET /api/sign-offs'>;

/** Something a department asked for beside its ticket, as far as what may be done with it depends on it. */
export type AskedRequest =
  | ({ readonly kind: 'extension' } & Pick<Extension, 'id' | 'state' | 'approver' | 'role' | 'department'>)
  | ({ readonly kind: 'hold' } & Pick<Hold, 'id' | 'state'>)
  | ({ readonly kind: 'appeal' } & Pick<Appeal, 'id' | 'state'>)
  /** Named by the part that waits: it puts one thing at a time before its head. */
  | ({ readonly kind: 'sign-off' } & Pick<SignOff, 'id' | 'state'>);

/** What may be done with a request in each state that it does not end in. */
const movesOf = {
  lead: { pending: ['extend', 'refuseExtension'] },
  'co-handler': { pending: ['coExtend', 'refuseCoExtension'] },
  hold: { pending: ['hold', 'refuseHold'], open: ['resume', 'endHold'] },
  appeal: { pending: ['accept', 'refuseAppeal'] },
  'sign-off': { waiting: ['signOff'] },
} as const satisfies Record<Extension['role'], Partial<Record<Extension['state'], readonly MoveName[]>>> & {
  hold: Partial<Record<Hold['state'], readonly MoveName[]>>;
  appeal: Partial<Record<Appeal['state'], readonly MoveName[]>>;
  'sign-off': Partial<Record<SignOff['state'], readonly MoveName[]>>;
};

/** Every move on a request: what a desk that decides them is for. */
export const requestMoveNames = {
  extension: [...movesOf.lead.pending, ...movesOf['co-handler'].pending],
  hold: [...movesOf.hold.pending, ...movesOf.hold.open],
  appeal: movesOf.appeal.pending,
  'sign-off': movesOf['sign-off'].waiting,
} as const satisfies Record<AskedRequest['kind'], readonly MoveName[]>;

/** What this person may do with a request now: by the domain's table, the route table, and who is to decide it. */
export function requestMoves(ticket: TicketView, request: AskedRequest, user: User): AvailableMove[] {
  if (request.kind === 'extension' && !user.roles.includes(request.approver)) return [];
  const allowed = allowedMoves(ticket.state, user.roles);
  const names: readonly MoveName[] =
    (
      movesOf[request.kind === 'extension' ? request.role : request.kind] as Partial<
        Record<string, readonly MoveName[]>
      >
    )[request.state] ?? [];
  return names.flatMap((name) => {
    const form = moveForms[name];
    if (!form || !allowed.includes(name) || !mayCall(form.route, user.roles)) return [];
    const target = { ticket, requestId: request.id };
    const whose = request.kind === 'extension' ? request.department.name : undefined;
    return [{ key: `${name}:${request.id}`, name, label: moveLabel(name), form, target, refused: null, whose }];
  });
}
