import type { ClockKind } from '#ticket/clock-kind';
import type { Assignment, Ticket } from '#ticket/ticket';
import type { ToldClock } from './told';

/** What is counted of a clock of the first round's lead, on the day when it was due. */
export interface ClockMeasure {
  /** By which facts name it; never given to another one. */
  readonly number: number;
  readonly label: string;
  readonly kind: ClockKind;
  readonly isOnlyPart?: true;
  readonly holds: (clock: ToldClock) => boolean;
}

const isMetInTime = ({ state, isRed, metAt, dueAt }: ToldClock): boolean =>
  state === 'met' && !isRed && metAt !== null && metAt <= dueAt;
const isMetLate = (clock: ToldClock): boolean => clock.state === 'met' && !isMetInTime(clock);
const isOverdue = ({ state, isRed }: ToldClock): boolean => state === 'running' && isRed;
/** Who is not done yet is due once the time has passed: until then there is nothing to judge. */
const wasDue = (clock: ToldClock): boolean => clock.state === 'met' || isOverdue(clock);

export const clockMeasures = {
  dueToFinish: { number: 60, label: '应办结', kind: 'finish', holds: wasDue },
  finishedInTime: { number: 61, label: '按时办结', kind: 'finish', holds: isMetInTime },
  finishedLate: { number: 62, label: '逾期办结', kind: 'finish', holds: isMetLate },
  overdueOpen: { number: 63, label: '逾期未结', kind: 'finish', holds: isOverdue },
  dueToSign: { number: 64, label: '应签收', kind: 'sign', isOnlyPart: true, holds: wasDue },
  signedInTime: { number: 65, label: '及时签收', kind: 'sign', isOnlyPart: true, holds: isMetInTime },
  dueToContact: { number: 66, label: '应联系', kind: 'contact', isOnlyPart: true, holds: wasDue },
  contactedInTime: { number: 67, label: '及时联系', kind: 'contact', isOnlyPart: true, holds: isMetInTime },
} as const satisfies Record<string, ClockMeasure>;

/** Whose times are counted (domain.md §6): the last that led in the first round, and had the ticket neither taken nor sent back. */
export const firstLead = ({ assignments }: Ticket): Assignment | undefined =>
  assignments.findLast(
    ({ role, round, state }) => role === 'lead' && round === 1 && state !== 'returned' && state !== 'cancelled',
  );
