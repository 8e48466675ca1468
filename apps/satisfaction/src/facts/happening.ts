import type { Ticket } from '#ticket/ticket';
import type { TransitionName } from '#ticket/transition';

/** A line of a ticket's history, with the ticket before and after it. */
interface Line {
  readonly name: TransitionName;
  readonly before: Ticket;
  readonly after: Ticket;
}

const stays = ({ before, after }: Line): boolean => before.leadDepartmentId === after.leadDepartmentId;

/** What happens to a ticket that is counted of the department that led then. */
export const happenings = {
  /** 退单采纳: also by an arbitration that names another department. */
  returnUpheld: (line) => line.name === 'uphold' || (line.name === 'arbitrate' && !stays(line)),
  returnRejected: (line) => line.name === 'rejectReturn' || (line.name === 'arbitrate' && stays(line)),
  sentBack: ({ name }) => name === 'sendBack',
  extended: ({ name }) => name === 'extend',
  reworked: ({ name }) => name === 'rework' || name === 'reopen' || name === 'upstreamRework',
} as const satisfies Record<string, (line: Line) => boolean>;

export type Happening = keyof typeof happenings;
export const happeningNames = Object.keys(happenings) as Happening[];

/** Which departments each of them has happened to. */
export type Happened = Readonly<Record<Happening, ReadonlySet<string>>>;
