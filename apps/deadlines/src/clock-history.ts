import type { ClockKind } from '#ticket/clock-kind';
import { endStates, type State } from '#ticket/state';
import type { TransitionName } from '#ticket/transition';
import type { ToldLine } from '#store/clock-facts';

/** The clock that runs while a ticket is in a state, started by entering and met by leaving it. */
export const stateClocks: Partial<Record<State, ClockKind>> = {
  incomplete: 'incomplete',
  registered: 'dispatch',
  returning: 'return',
  replied: 'review',
  callback: 'callback',
  upstream: 'upstream',
  'returning-up': 'upstream',
  held: 'held',
};

/** The clocks a new assignment starts, by its role; `rework` takes the place of `finish` from the second round on. */
export const assignmentClocks = {
  lead: ['sign', 'contact', 'finish', 'return-window'],
  'co-handler': ['sign', 'finish'],
} as const satisfies Record<string, readonly ClockKind[]>;

/** Whether a clock of this kind says until when a part is to be answered. */
export const isFinish = (kind: ClockKind): boolean => kind === 'finish' || kind === 'rework';

/** What meets a clock of the assignment that the line names. */
export const assignmentMeets: Partial<Record<TransitionName, readonly ClockKind[]>> = {
  sign: ['sign'],
  coSign: ['sign'],
  contact: ['contact'],
  // The window stays open or shut by its own time: a return that was rejected does not reopen it.
  return: ['sign'],
  coReturn: ['sign'],
  coReply: ['sign', 'finish', 'rework'],
};

/** Ends after which even the citizen's clock stops; a merged ticket's goes on with its master. */
export const citizenEnds: readonly TransitionName[] = ['withdraw', 'void', 'returnUpAccepted'];

/** Ends with which the orders of a ticket lapse and its entry in the ledger is closed (write-move.ts). */
export const unansweredEnds: readonly State[] = endStates.filter((state) => state !== 'closed');

/** What answers the citizen; `approve` and `answerWithMaster` say themselves since when. */
export const citizenMeets: readonly TransitionName[] = ['approve', 'answerOnCall', 'refer', 'answerWithMaster'];

/** What closes an entry of the ledger: its review is done, or another hold takes its place. */
export const holdEnds: readonly TransitionName[] = ['resume', 'endHold', 'hold'];

/** What decides on an appeal. */
export const appealEnds: readonly TransitionName[] = ['accept', 'refuseAppeal'];

/** What settles a bad rating. */
export const judgementMeets: readonly TransitionName[] = ['judge', 'rework', 'reopen'];

export interface Assigned {
  readonly id: string;
  readonly departmentId: string;
  readonly role: 'lead' | 'co-handler';
  readonly round: number;
  /** The part that handed it on (转下级). */
  readonly parentId?: string;
}

export const assignedIn = (line: ToldLine): readonly Assigned[] => (line.data['assigned'] ?? []) as Assigned[];

/** Parts that were taken away or given back. */
export const endedIn = (line: ToldLine): readonly string[] => (line.data['ended'] ?? []) as string[];
