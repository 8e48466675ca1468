import type { RouteInput } from '#http-api/routes';
import { isOpenAssignment } from '#ticket/assignment-state';
import { isOpen } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import type { TransitionInput } from '#ticket/transition-input';
import type { Heir } from '#store/place-versions';
import { heirAmong, type Matter } from '#platform/place-history';

export type AskedReorganisation = RouteInput<'POST /api/reorganisations'>['body'];
export type ReorganisationKind = AskedReorganisation['kind'];

/** A new department or area that takes the place of others. */
export type Founded = NonNullable<AskedReorganisation['heirs'][number]['founded']>;

export interface PlannedHeir extends Pick<Heir, 'heir' | 'categoryCodes' | 'areaCodes'> {
  /** What it is called, when it was planned. */
  readonly name: string;
  /** Null for one that there was. */
  readonly founded: Founded | null;
}

/** 机构调整: which departments, or areas, end, and who takes their place. The first heir is for all that no other is named for. */
export interface ReorganisationPlan {
  readonly kind: ReorganisationKind;
  readonly from: readonly { readonly id: string; readonly name: string }[];
  readonly heirs: readonly [PlannedHeir, ...PlannedHeir[]];
  readonly reason: string;
}

export const sourcesOf = ({ from }: Pick<ReorganisationPlan, 'from'>): string[] => from.map(({ id }) => id);

/** Who has a matter from then on. */
export const heirIn = ({ heirs }: Pick<ReorganisationPlan, 'heirs'>, matter: Matter): string =>
  heirAmong(heirs, matter) ?? heirs[0].heir;

type Succession = Omit<TransitionInput['succeed'], 'reorganisationId'>;

/** What it makes of a ticket; null leaves it alone. */
export function successionOf(plan: ReorganisationPlan, ticket: Ticket, matter: Matter): Succession | null {
  const heir = heirIn(plan, matter);
  if (plan.kind === 'area')
    return isOpen(ticket.state) && sourcesOf(plan).includes(ticket.areaCode ?? '') ? { areaCode: heir } : null;
  const parts = partsOf(plan, ticket).map(({ id }) => ({ assignmentId: id, departmentId: heir }));
  return parts.length > 0 ? { parts } : null;
}

/** Open parts, and that of the lead while the ticket is open: its answer may yet be sent back, or handled again. */
const partsOf = (plan: ReorganisationPlan, ticket: Ticket): Ticket['assignments'] =>
  ticket.assignments.filter(
    ({ id, departmentId, state }) =>
      sourcesOf(plan).includes(departmentId) &&
      (isOpenAssignment(state) || (id === ticket.leadId && isOpen(ticket.state))),
  );
