import type { AssignmentState } from './assignment-state';
import type { Channel } from './channel';
import type { Element } from './element';
import type { Findings } from './finding';
import type { LimitClass } from './limit-class';
import type { StandingRating } from './rating';
import type { State } from './state';
import type { TicketType } from './ticket-type';
import type { Urgency } from './urgency';

/** One request, one number for life (工单), with the departments' parts in it. Instants are `Date`; ids are UUIDv7. */
export interface Ticket {
  readonly id: string;
  readonly number: string;
  /** Counts people's edits of text, citizen and category; transitions leave it alone. */
  readonly version: number;
  /** The last line of its history. */
  readonly seq: number;
  readonly state: State;
  /** Since when it is in this state and with this lead: how long its holder has it (流转中). */
  readonly stateSince: Date;
  readonly type: TicketType;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly title: string;
  readonly content: string;
  readonly categoryCode: string | null;
  readonly areaCode: string | null;
  readonly address: string | null;
  readonly location: { lat: number; lng: number } | null;
  readonly occurredAt: Date;
  readonly citizenId: string | null;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  /** Who of the departments may see a protected citizen: accounts the citizen agreed to. */
  readonly identityConsents: readonly string[];
  /** Whether there is a number to call back. */
  readonly reachable: boolean;
  /** How often the number to call back was changed since the registration fixed it. */
  readonly callbackNumberChanges: number;
  /** 涉稳: may lead to unrest. */
  readonly stability: boolean;
  /** How many people it concerns, as they say. */
  readonly peopleInvolved: number | null;
  /** How much money it is about. */
  readonly amountYuan: number | null;
  readonly subjectParty: string | null;
  readonly subjectDepartmentId: string | null;
  readonly expectsReply: boolean;
  /** Kept away from automatic dispatch until `release` (routingHeld). */
  readonly routingHeld: boolean;
  /** Of a caller who is restricted: only a shift-lead lets it be dispatched, unless life is in danger. */
  readonly restricted: boolean;
  readonly upstreamSystem: string | null;
  readonly upstreamNumber: string | null;
  readonly upstreamDueAt: Date | null;
  /** 单独限时: until when this round is to be answered, earlier than the rules ask. */
  readonly ownDueAt: Date | null;
  /** 时限类别: whose limits it has, where the dispatch catalogue gave it others than its type's. */
  readonly limitClass: LimitClass | null;
  readonly previousTicketId: string | null;
  readonly mergedIntoId: string | null;
  readonly callId: string | null;
  readonly visitId: string | null;
  /** The hot issue as part of which it was answered. */
  readonly issueId: string | null;
  /** What was written in public, where that is how it came. */
  readonly post: Post | null;
  readonly attributes: Record<string, unknown>;
  /** History of another system: figures leave it out unless asked. */
  readonly imported: boolean;
  readonly missing: readonly Element[];
  readonly round: number;
  /** The lead's assignment of the current round. */
  readonly leadId: string | null;
  readonly leadDepartmentId: string | null;
  readonly arbitrated: boolean;
  /** A bad rating that nobody has judged yet. */
  readonly judgementDue: boolean;
  readonly callbackAttempts: number;
  /** The last attempt that counted. */
  readonly callbackTriedAt: Date | null;
  /** The last valid rating of any round; an unrated rework erases nothing. */
  readonly rating: StandingRating | null;
  /** 剔除考核: an appeal was accepted; 满意率, 解决率 and score leave it out, and the rating stays. */
  readonly excluded: boolean;
  /** Who approved the reply under review, where another reviewer is to approve it too. */
  readonly firstApprovedBy: string | null;
  readonly nudges: number;
  readonly urges: number;
  readonly trackingCode: string;
  readonly registeredAt: Date;
  readonly dispatchedAt: Date | null;
  /** 承办办结: when the approved reply of round 1 was submitted. */
  readonly handledAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  readonly archivedAt: Date | null;
  /** When everything personal in it was erased. */
  readonly erasedAt: Date | null;
  readonly assignments: readonly Assignment[];
}

/** A post (帖文): its author is who asks. */
export interface Post {
  readonly url: string;
  readonly author: string;
  /** ISO 8601. */
  readonly postedAt: string;
}

/** One department's part: lead (主办) or co-handler (协办), each with its own clock and reply. */
export interface Assignment {
  readonly id: string;
  readonly departmentId: string;
  readonly parentId: string | null;
  readonly role: 'lead' | 'co-handler';
  readonly state: AssignmentState;
  readonly round: number;
  readonly dispatchedAt: Date;
  readonly signedAt: Date | null;
  readonly contactedAt: Date | null;
  /** When its last reply was submitted; under review until `answeredAt`. */
  readonly submittedAt: Date | null;
  /** The submission that was approved: its finish clock is met then. */
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly reply: Reply | null;
}

export interface Reply extends Findings {
  internalText: string;
  publicText: string;
  /** What proves it (佐证材料): attachments of this ticket. */
  attachmentIds?: readonly string[];
  /** 批量答复: the same for all that were answered by one text at once; none of them is a copy of another. */
  batchId?: string;
  /** 更正: what was approved before, while this is reviewed that is to take its place. */
  replaces?: Omit<Reply, 'replaces'>;
}

/** The lead's assignment of the current round, if one is named. */
export const leadOf = (ticket: Ticket): Assignment | undefined =>
  ticket.assignments.find((assignment) => assignment.id === ticket.leadId);

/** The part of a department that an input names. */
export const partOf = (ticket: Ticket, { assignmentId }: { assignmentId: string }): Assignment | undefined =>
  ticket.assignments.find((assignment) => assignment.id === assignmentId);
