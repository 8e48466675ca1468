import type { ClockKind } from '#ticket/clock-kind';
import type { State } from '#ticket/state';
import type { TicketType } from '#ticket/ticket-type';
import type { TransitionName } from '#ticket/transition';
import type { Urgency } from '#ticket/urgency';

/** A history line as the clocks read it: facts only. */
export interface ToldLine {
  readonly seq: number;
  readonly at: Date;
  readonly name: TransitionName;
  readonly from: State | null;
  readonly to: State;
  readonly data: Record<string, unknown>;
}

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

/** What meets a clock of the assignment that the line names. */
export const assignmentMeets: Partial<Record<TransitionName, readonly ClockKind[]>> = {
  sign: ['sign'],
  coSign: ['sign'],
  contact: ['contact'],
  return: ['sign', 'return-window'],
  coReturn: ['sign'],
  coReply: ['sign', 'finish', 'rework'],
};

/** Lines after which nothing of the departments' parts runs on: the part was taken away, or the ticket left. */
export const partsEnd: readonly TransitionName[] = [
  'uphold',
  'askMore',
  'refer',
  'answerOnCall',
  'returnUp',
  'merge',
  'withdraw',
  'void',
  'redispatch',
  'arbitrate',
  'rework',
  'reopen',
  'upstreamRework',
];

/** Ends after which even the citizen's clock stops; a merged ticket's goes on with its master. */
export const citizenEnds: readonly TransitionName[] = ['withdraw', 'void', 'returnUpAccepted'];

/** What answers the citizen; `approve` and `answerWithMaster` say themselves since when. */
export const citizenMeets: readonly TransitionName[] = ['approve', 'answerOnCall', 'refer', 'answerWithMaster'];

export interface Assigned {
  readonly id: string;
  readonly role: 'lead' | 'co-handler';
  readonly round: number;
}

export const assignedIn = (line: ToldLine): readonly Assigned[] => (line.data['assigned'] ?? []) as Assigned[];

/** The class of a ticket changes with edits; the clocks of a line are those of its class then. */
export interface EditedClass {
  type?: TicketType;
  urgency?: Urgency;
}
