import { isAccused } from './identity-guards';
import type { MoveContext } from './move-context';
import type { Ticket } from './ticket';

type Protecting = Pick<Ticket, 'confidential' | 'subjectDepartmentId'>;

/** What somebody is shown of a file: as it came in; without its name and what the camera noted; or nothing. */
type Shown = 'whole' | 'cleaned' | 'withheld';

/**
 * A file or its name may tell who reported (domain.md §7). So departments are shown what the citizen of a protected ticket
 * gave only once somebody of the hotline has shared it, and then cleaned; likewise those whom the matter is about. Of a
 * ticket that is protected later, it is kept from them from then on.
 */
export function shownAttachment(
  ticket: Protecting,
  attachment: { readonly fromCitizen: boolean; readonly shared: boolean },
  viewer: { readonly seesAll: boolean; readonly departmentIds: readonly string[] },
  unitsOf: MoveContext['unitsOf'],
): Shown {
  const isTelling = attachment.fromCitizen && (ticket.confidential || isAccused(ticket, viewer.departmentIds, unitsOf));
  if (viewer.seesAll || !isTelling) return 'whole';
  return attachment.shared ? 'cleaned' : 'withheld';
}
