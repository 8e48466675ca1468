import { isOpenAssignment } from '#ticket/assignment-state';
import type { Happening } from './happening';
import type { Told } from './told';

/**
 * What is counted of a department with a ticket, whoever has the ticket now. Two departments may have returned one
 * ticket: it counts once with each of them, and once (`ticketNumber`) wherever tickets are counted.
 */
export interface PartMeasure {
  /** By which facts name it; never given to another one. */
  readonly number: number;
  readonly ticketNumber: number;
  readonly label: string;
  readonly departments: (told: Told) => Iterable<string>;
}

const happened =
  (happening: Happening) =>
  ({ happened: all }: Told): Iterable<string> =>
    all[happening];

/** 协办: those that were not taken back. Units below a co-handler are its own affair. */
function coHandlers({ ticket, departmentOf }: Told): string[] {
  const helping = ticket.assignments.filter(
    ({ role, parentId, state }) =>
      role === 'co-handler' && parentId === null && (isOpenAssignment(state) || state === 'answered'),
  );
  return helping.flatMap(({ id }) => departmentOf(id) ?? []);
}

export const partMeasures = {
  coHandled: { number: 40, ticketNumber: 41, label: '协办', departments: coHandlers },
  returnUpheld: { number: 42, ticketNumber: 43, label: '退单采纳', departments: happened('returnUpheld') },
  returnRejected: { number: 44, ticketNumber: 45, label: '退单驳回', departments: happened('returnRejected') },
  sentBack: { number: 46, ticketNumber: 47, label: '审核退回', departments: happened('sentBack') },
  extended: { number: 48, ticketNumber: 49, label: '延期', departments: happened('extended') },
  reworkedOf: { number: 50, ticketNumber: 51, label: '重办', departments: happened('reworked') },
} as const satisfies Record<string, PartMeasure>;
