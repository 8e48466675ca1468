import type { Attached } from './attachment';
import type { CallbackOutcome } from './callback-outcome';
import type { Alert, ClockKind } from './clock-kind';
import type { Element } from './element';
import type { Rating } from './rating';
import type { Rung } from './rung';
import type { ReferReason, ReturnReason, SendBackReason } from './reason';
import type { SignOffKind } from './sign-off';
import type { SupervisionCause, SupervisionLevel, SupervisionOrder } from './supervision';
import type { Reply, Ticket } from './ticket';
import type { UrgeWay } from './urge-way';

/** What people may edit of a ticket's text and class; `complete` carries the same. */
export type Edit = Partial<
  Pick<
    Ticket,
    | 'title'
    | 'content'
    | 'type'
    | 'urgency'
    | 'categoryCode'
    | 'areaCode'
    | 'address'
    | 'location'
    | 'occurredAt'
    | 'citizenId'
    | 'anonymous'
    | 'confidential'
    | 'reachable'
    | 'stability'
    | 'peopleInvolved'
    | 'amountYuan'
    | 'subjectParty'
    | 'subjectDepartmentId'
    | 'limitClass'
  >
>;

/** Departments by id: exactly one lead. */
export interface Handlers {
  leadId: string;
  coHandlerIds?: readonly string[];
}

/** The row of the dispatch catalogue that named them: which version of it, in words, and its legal basis. */
interface ByRule {
  because?: string;
  basis?: string;
  ruleId?: string;
  ruleVersion?: number;
}

export interface OnPart {
  assignmentId: string;
}

export interface OnSupervision {
  supervisionId: string;
}

/** By what an order is drafted without a person: a due time of a clock, or a cause and the round it is about. */
export interface Unasked {
  clockId?: string;
  generation?: number;
  ground?: SupervisionCause;
  round?: number;
}

/** An order that was given its number: 武热督〔2026〕12号 is series, year and number. `sha256` is of what was printed. */
export interface Signed {
  level: SupervisionLevel;
  departmentId: string;
  series: string;
  year: number;
  number: number;
  sha256: string;
  dueAt?: Date;
}

/** A part, and the department that has it from now on. */
export interface HeirOfPart extends OnPart {
  departmentId: string;
}

/** One named person of a department. */
export interface Officer {
  accountId: string;
  departmentId: string;
}

/** More time for one clock of a part: from where it stands until then. */
export interface AskedExtension extends OnPart {
  extensionId: string;
  kind: ClockKind;
  dueAt: Date;
  until: Date;
}

interface OnAppeal {
  appealId: string;
}

/** Why a department holds the bad rating of a round to be none of its doing, and what proves it. */
export interface AskedAppeal extends OnPart, OnAppeal {
  reason: string;
  attachmentIds?: readonly string[];
}

/** What a ticket is put aside for, by whom it is followed, and when that is reviewed. */
export interface AskedHold {
  holdId: string;
  plan: string;
  responsible: string;
  reviewAt: Date;
}

/** What a department will ask the hotline once its head has signed; the fields are those of what is asked. */
interface ForSignature {
  signOffId: string;
  signOffKind: Exclude<SignOffKind, 'reply'>;
  reasonCode?: ReturnReason;
  basis?: string;
  until?: Date;
  reason?: string;
  attachmentIds?: readonly string[];
  plan?: string;
  responsible?: string;
  reviewAt?: Date;
}

/** The head's word on it; `onBehalfOf` is the account of the head for whom a deputy signed. Without a kind it is a reply. */
interface Signature {
  approve: boolean;
  reason?: string;
  signOffId?: string;
  signOffKind?: SignOffKind;
  onBehalfOf?: string;
}

/** To which unit below a part is handed on, and until when it is to answer; `partDueAt` is where the part's own time stands. */
interface HandedOn {
  departmentId: string;
  note?: string;
  dueAt?: Date;
  partDueAt?: Date;
}

/** By which version of what was learnt a ticket was dispatched without asking, and how likely that was right, 0 to 1. */
interface BySuggestion {
  version: number;
  probability: number;
}

/** What each transition is told. Free text lies in the fields that `line-text.ts` names. */
export interface TransitionInput {
  register: object;
  importHistory: object;
  edit: Edit;
  complete: Edit;
  askMore: { missing: readonly Element[] };
  supplement: { text: string; attachmentIds?: readonly string[] };
  answerOnCall: { text: string; issueId?: string };
  refer: { reasonCode: ReferReason; route: string };
  letRoute: object;
  dispatch: Handlers & { note?: string; suggested?: BySuggestion } & ByRule;
  redispatch: Handlers & { reason: string };
  arbitrate: Handlers & { reason: string };
  addCoHandler: { departmentId: string; note?: string };
  removeCoHandler: { departmentId: string; reason: string };
  sign: OnPart;
  coSign: OnPart;
  contact: OnPart & { contactedAt: Date; by: 'phone' | 'visit' | 'message'; notReachedReason?: string };
  interimReport: OnPart & { text: string; nextAt?: Date };
  subDispatch: OnPart & HandedOn;
  draftReply: OnPart & Reply & { overruledReason?: string; issueId?: string; signOffId?: string };
  askSignature: OnPart & ForSignature;
  signOff: OnPart & Signature;
  return: OnPart & { reasonCode: ReturnReason; basis: string };
  coReturn: OnPart & { reasonCode: ReturnReason; basis: string };
  uphold: { note?: string };
  rejectReturn: { reason: string };
  reply: OnPart & Reply & { overruledReason?: string; issueId?: string };
  coReply: OnPart & Reply & { overruledReason?: string };
  sendBack: { reasonCode: SendBackReason; note?: string };
  firstApprove: { note?: string };
  approve: { note?: string };
  correctReply: OnPart & Reply & { reason: string };
  refuseCorrection: { reason: string };
  upstreamAccept: object;
  upstreamRework: { dueAt?: Date };
  returnUp: { reason: string };
  returnUpAccepted: object;
  returnUpRefused: object;
  callbackAttempt: { outcome: CallbackOutcome; appointmentAt?: Date };
  rate: { ratingId: string; comment?: string } & Rating;
  closeUnrated: object;
  judge: { reasonable: boolean; reason: string };
  rework: { leadId?: string };
  reopen: { leadId?: string; reason: string };
  requestExtension: AskedExtension & { reason: string; basis: string; attachmentIds?: readonly string[] };
  extend: AskedExtension & { note?: string };
  refuseExtension: OnPart & { extensionId: string; reason: string };
  requestCoExtension: TransitionInput['requestExtension'];
  coExtend: TransitionInput['extend'];
  refuseCoExtension: TransitionInput['refuseExtension'];
  /** `presentDueAt` and `latest`: where the lead's time stands, and where it would without a limit of its own. */
  setLimit: { dueAt: Date; presentDueAt: Date; latest: Date; reason: string; limitSource?: string };
  liftLimit: { presentDueAt: Date; reason: string };
  requestHold: OnPart & AskedHold;
  hold: AskedHold;
  refuseHold: OnPart & { holdId: string; reason: string };
  resume: { holdId?: string };
  endHold: { holdId: string; note?: string };
  merge: { intoId: string };
  answerWithMaster: { masterId: string; handledAt: Date };
  unmerge: object;
  release: object;
  withdraw: { reason: string };
  void: { reason: string };
  nudge: { text?: string };
  urge: { by: UrgeWay; text: string };
  supervise: OnSupervision & SupervisionOrder & Unasked;
  amendSupervision: OnSupervision & SupervisionOrder;
  discardSupervision: OnSupervision & { reason?: string };
  signSupervision: OnSupervision & Signed;
  answerSupervision: OnSupervision & { text: string };
  sendBackSupervision: OnSupervision & { reason: string };
  closeSupervision: OnSupervision & { note?: string };
  /** Who was reached about a critical ticket stands in the text; a call meets no clock. */
  reachByPhone: { text: string; reachedAt: Date };
  appeal: AskedAppeal;
  accept: OnAppeal & { note?: string };
  refuseAppeal: OnAppeal & { reason: string };
  mark: { clockId: string; kind: ClockKind; alert: Alert; rung: Rung; dueAt: Date; generation: number };
  reveal: { reason: string };
  hearRecording: { reason: string };
  changeCallbackNumber: { reason?: string };
  consentToIdentity: Officer & { basis: string };
  withdrawConsent: { accountId: string; reason: string };
  liftConfidentiality: { basis: string };
  /** Parts whose department, or a place that, another one took the place of; nothing else of the ticket changes. */
  succeed: { reorganisationId: string; parts?: readonly HeirOfPart[]; areaCode?: string };
  archive: object;
  erase: object;
  thirdPartyCopy: { copyId: string; sha256: string; recipient: string; purpose: string };
  attach: Attached;
  shareAttachment: { attachmentId: string };
  withholdAttachment: { attachmentId: string };
}
