import fc from 'fast-check';
import { isOpenAssignment } from '#ticket/assignment-state';
import type { Line } from '#ticket/line';
import type { RatingSource } from '#ticket/rating';
import type { Registration } from '#ticket/register';
import { isOpen, stateNames, type State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { transitionNames, transitionRow, type MoveName } from '#ticket/transition';
import type { TransitionInput } from '#ticket/transition-input';
import { anOrder, ATicket, at, goodReply, someone, unitsBelow } from './a-ticket';

/** One step that was made: the ticket before and after it, and the line that tells it. */
export interface Told {
  readonly before: Ticket;
  readonly after: Ticket;
  readonly line: Line;
  readonly at: Date;
}

/** What chance decides of a step; which move it becomes depends on what the ticket allows then. */
interface Chance {
  readonly move: number;
  readonly department: number;
  readonly other: number;
  readonly part: number;
  readonly yes: boolean;
  readonly source: RatingSource;
}

const departments = ['lighting', 'power', 'roads', 'water'];
const above = someone(
  [
    ...new Set(transitionNames.flatMap((name) => transitionRow(name).by).filter((role) => role !== 'callback')),
    'callback',
  ],
  departments.flatMap(unitsBelow),
);

const moves = transitionNames.filter((name): name is MoveName => name !== 'register' && name !== 'importHistory');

/** Moves that lead on are tried more often than those that end or only record, so that stories go far. */
const often: { [Name in MoveName]?: number } = {
  complete: 8,
  dispatch: 20,
  redispatch: 3,
  arbitrate: 8,
  addCoHandler: 2,
  removeCoHandler: 2,
  sign: 12,
  coSign: 3,
  contact: 2,
  subDispatch: 4,
  draftReply: 2,
  signOff: 6,
  return: 5,
  coReturn: 2,
  uphold: 8,
  rejectReturn: 3,
  reply: 12,
  coReply: 3,
  sendBack: 3,
  approve: 15,
  correctReply: 3,
  refuseCorrection: 4,
  upstreamAccept: 4,
  upstreamRework: 3,
  returnUpRefused: 6,
  callbackAttempt: 8,
  rate: 8,
  closeUnrated: 4,
  judge: 8,
  rework: 4,
  reopen: 6,
  setLimit: 2,
  resume: 4,
  unmerge: 4,
};
/** What ends a story for good. */
const rare: readonly MoveName[] = ['withdraw', 'void', 'returnUpAccepted', 'archive', 'answerOnCall', 'refer'];
const weighted = new Map(
  stateNames.map((state) => [
    state,
    moves
      .filter((name) => transitionRow(name).from.includes(state))
      .flatMap((name) => Array<MoveName>(rare.includes(name) ? 1 : (often[name] ?? 1) * 4).fill(name)),
  ]),
);
const allowedIn = (state: State): readonly MoveName[] => weighted.get(state) ?? [];

const pick = <Each>(from: readonly Each[], n: number): Each => from[n % from.length] as Each;

/** An input for each move, plausible for the ticket as it stands; the guards decide whether it will do. */
const inputs: { [Name in MoveName]: (chance: Chance, ticket: Ticket) => TransitionInput[Name] } = {
  edit: ({ yes }) => (yes ? { title: '另一标题' } : { urgency: 'urgent' }),
  complete: ({ yes }) => ({ content: '井盖缺失', citizenId: 'citizen', ...(yes && { areaCode: 'east-1' }) }),
  askMore: () => ({ missing: ['where'] }),
  supplement: () => ({ text: '又' }),
  answerOnCall: () => ({ text: '答' }),
  refer: () => ({ reasonCode: 'petition', route: '信访局' }),
  letRoute: () => ({}),
  dispatch: handlers,
  redispatch: (chance) => ({ ...handlers(chance), reason: '改' }),
  arbitrate: (chance) => ({ ...handlers(chance), reason: '裁' }),
  addCoHandler: ({ department }) => ({ departmentId: pick(departments, department) }),
  removeCoHandler: ({ department }) => ({ departmentId: pick(departments, department), reason: '撤' }),
  sign: onPart,
  coSign: onPart,
  contact: (chance, ticket) => ({ ...onPart(chance, ticket), contactedAt: at('2026-03-02 11:00'), by: 'phone' }),
  interimReport: (chance, ticket) => ({ ...onPart(chance, ticket), text: '在办' }),
  subDispatch: handOn,
  draftReply: (chance, ticket) => ({ ...onPart(chance, ticket), ...goodReply }),
  askSignature: (chance, ticket) => ({
    ...objection(chance, ticket),
    signOffId: `sign-off-${ticket.seq + 1}`,
    signOffKind: 'return',
  }),
  signOff: (chance, ticket) => ({
    ...onPart(chance, ticket),
    approve: chance.yes,
    reason: '可',
    ...(chance.other === 0 && { signOffKind: 'return' }),
  }),
  return: objection,
  coReturn: objection,
  uphold: () => ({}),
  rejectReturn: () => ({ reason: '属' }),
  reply: (chance, ticket) => ({
    ...onPart(chance, ticket),
    ...goodReply,
    ...(chance.yes && { overruledReason: '无关' }),
  }),
  coReply: (chance, ticket) => ({
    ...onPart(chance, ticket),
    ...goodReply,
    ...(chance.yes && { overruledReason: '无关' }),
  }),
  sendBack: () => ({ reasonCode: 'wording' }),
  correctReply: (chance, ticket) => ({ ...onPart(chance, ticket), ...goodReply, reason: '正' }),
  refuseCorrection: () => ({ reason: '否' }),
  firstApprove: () => ({}),
  approve: () => ({}),
  upstreamAccept: () => ({}),
  upstreamRework: () => ({}),
  returnUp: () => ({ reason: '退' }),
  returnUpAccepted: () => ({}),
  returnUpRefused: () => ({}),
  callbackAttempt: () => ({ outcome: 'no-answer' }),
  rate: ({ yes, source }) => ({
    ratingId: 'rating',
    source,
    contacted: 'yes',
    solved: yes ? 'yes' : 'no',
    satisfaction: { result: 'satisfied' },
  }),
  closeUnrated: () => ({}),
  judge: ({ yes }) => ({ reasonable: yes, reason: '认' }),
  rework: ({ department, yes }) => (yes ? {} : { leadId: pick(departments, department) }),
  reopen: ({ department, yes }) => ({ reason: '重', ...(yes && { leadId: pick(departments, department) }) }),
  requestExtension: wish,
  extend: longer,
  refuseExtension: notLonger,
  requestCoExtension: wish,
  coExtend: longer,
  refuseCoExtension: notLonger,
  setLimit: ({ yes }) => ({
    dueAt: at(yes ? '2026-03-03 15:00' : '2026-03-05 18:00'),
    presentDueAt: at('2026-03-09 18:00'),
    latest: at('2026-03-09 18:00'),
    reason: '急',
  }),
  liftLimit: () => ({ presentDueAt: at('2026-03-09 18:00'), reason: '缓' }),
  requestHold: (chance, ticket) => ({
    ...onPart(chance, ticket),
    holdId: 'hold',
    plan: '划',
    responsible: '张',
    reviewAt: at('2027-01-04 18:00'),
  }),
  refuseHold: (chance, ticket) => ({ ...onPart(chance, ticket), holdId: 'hold', reason: '不' }),
  endHold: () => ({ holdId: 'hold' }),
  hold: () => ({ holdId: 'hold', plan: '划', responsible: '张', reviewAt: at('2027-01-04 18:00') }),
  resume: () => ({}),
  merge: () => ({ intoId: 'master' }),
  answerWithMaster: () => ({ masterId: 'master', handledAt: at('2026-03-02 12:00') }),
  unmerge: () => ({}),
  release: () => ({}),
  withdraw: () => ({ reason: '撤' }),
  void: () => ({ reason: '废' }),
  nudge: () => ({}),
  reachByPhone: () => ({ text: '值班领导', reachedAt: at('2026-03-02 10:00') }),
  urge: () => ({ by: 'phone', text: '催' }),
  supervise: order,
  amendSupervision: order,
  discardSupervision: () => onOrder,
  signSupervision: ({ department, yes }) => ({
    ...onOrder,
    level: 'written',
    departmentId: pick(departments, department),
    series: '热督',
    year: 2026,
    number: 1,
    sha256: '0',
    ...(yes && { dueAt: at('2026-12-28 18:00') }),
  }),
  answerSupervision: () => ({ ...onOrder, text: '已整改' }),
  sendBackSupervision: () => ({ ...onOrder, reason: '无佐证' }),
  closeSupervision: () => onOrder,
  appeal: (chance, ticket) => ({ ...onPart(chance, ticket), appealId: 'appeal', reason: '申' }),
  accept: () => ({ appealId: 'appeal' }),
  refuseAppeal: () => ({ appealId: 'appeal', reason: '不' }),
  mark: () => ({
    clockId: 'clock',
    kind: 'finish',
    alert: 'red',
    rung: 'red',
    dueAt: at('2026-03-09 18:00'),
    generation: 1,
  }),
  reveal: () => ({ reason: '看' }),
  hearRecording: () => ({ reason: '看' }),
  changeCallbackNumber: ({ yes }) => (yes ? { reason: '换号' } : {}),
  consentToIdentity: ({ department }) => ({
    accountId: 'officer',
    departmentId: pick(departments, department),
    basis: '电话同意',
  }),
  withdrawConsent: () => ({ accountId: 'officer', reason: '反悔' }),
  liftConfidentiality: () => ({ basis: '本人来电表示不再要求保密' }),
  succeed: succession,
  archive: () => ({}),
  erase: () => ({}),
  thirdPartyCopy: () => ({ copyId: 'copy', sha256: '0', recipient: '物业', purpose: '协调' }),
  attach: ({ yes }) => ({
    attachmentId: 'attachment',
    sha256: '0',
    attachmentKind: 'scene',
    mediaType: 'image/jpeg',
    bytes: 1,
    fromCitizen: yes,
  }),
  shareAttachment: () => ({ attachmentId: 'attachment' }),
  withholdAttachment: () => ({ attachmentId: 'attachment' }),
};

const onOrder = { supervisionId: 'order' };

function order({ department, yes }: Chance): TransitionInput['amendSupervision'] {
  const dueAt = yes ? at('2026-12-28 18:00') : undefined;
  return { ...anOrder, departmentId: pick(departments, department), dueAt };
}

function handlers({ department, other, yes }: Chance): TransitionInput['dispatch'] {
  const leadId = pick(departments, department);
  return { leadId, ...(yes && { coHandlerIds: [pick(departments, other)] }) };
}

/** Mostly the lead's part, sometimes any other. */
function onPart({ part }: Chance, { leadId, assignments }: Ticket): { assignmentId: string } {
  if (part % 3 > 0 && leadId) return { assignmentId: leadId };
  return { assignmentId: assignments.length > 0 ? pick(assignments, part).id : 'none' };
}

/** Mostly to a unit below, sometimes with a time for it. */
function handOn(chance: Chance, ticket: Ticket): TransitionInput['subDispatch'] {
  const part = onPart(chance, ticket);
  const above = ticket.assignments.find(({ id }) => id === part.assignmentId)?.departmentId ?? 'lighting';
  const departmentId = pick(unitsBelow(above), chance.other);
  return { ...part, departmentId, ...(chance.yes && { dueAt: at('2026-03-05 12:00') }) };
}

/** What the step before asked for, if it did. */
function longer(chance: Chance, ticket: Ticket): TransitionInput['extend'] {
  const until = at(chance.yes ? '2026-03-30 18:00' : '2026-03-06 18:00');
  return {
    ...onPart(chance, ticket),
    extensionId: `extension-${ticket.seq}`,
    kind: 'finish',
    dueAt: at('2026-03-04 18:00'),
    until,
  };
}

function wish(chance: Chance, ticket: Ticket): TransitionInput['requestExtension'] {
  return { ...longer(chance, ticket), extensionId: `extension-${ticket.seq + 1}`, reason: '延', basis: '据' };
}

function notLonger(chance: Chance, ticket: Ticket): TransitionInput['refuseExtension'] {
  return {
    ...onPart(chance, ticket),
    extensionId: `extension-${ticket.seq}`,
    reason: '不',
  };
}

function objection(chance: Chance, ticket: Ticket): TransitionInput['return'] {
  return { ...onPart(chance, ticket), reasonCode: 'not-ours', basis: '三定方案' };
}

const registrations: Partial<Registration>[] = [
  {},
  {},
  { upstreamSystem: 'city', upstreamNumber: 'C-1', upstreamDueAt: at('2026-03-20 18:00'), channel: 'superior' },
  { type: 'complaint', subjectDepartmentId: 'lighting' },
  { areaCode: null },
  { anonymous: true, citizenId: null },
  { type: 'praise' },
  { routingHeld: true, urgency: 'critical' },
];

const chance: fc.Arbitrary<Chance> = fc.record({
  move: fc.nat({ max: 9_999 }),
  department: fc.nat({ max: 3 }),
  other: fc.nat({ max: 3 }),
  part: fc.nat({ max: 11 }),
  yes: fc.boolean(),
  source: fc.constantFrom('callback-human', 'citizen-link', 'unit-reported', 'call-end'),
});

/** Any story the rules allow. */
export const aStory: fc.Arbitrary<Told[]> = fc
  .tuple(fc.constantFrom(...registrations), fc.array(chance, { minLength: 1, maxLength: 40, size: 'max' }))
  .map(([registration, chances]) => readably(tell(new ATicket(registration), chances)));

/** A story that fails a test is shown by the names of its steps. */
const readably = (story: Told[]): Told[] =>
  Object.assign(story, { [fc.toStringMethod]: () => story.map(({ line }) => line.name).join(', ') });

function tell(ticket: ATicket, chances: readonly Chance[]): Told[] {
  return chances.flatMap((each) => {
    const before = ticket.now;
    const names = allowedIn(before.state);
    if (before.archivedAt) return [];
    // What is refused did not happen; something else does.
    const happened = [0, 1, 2, 3].some((n) => happens(ticket, pick(names, each.move + n * 7), each));
    const line = ticket.lastLine;
    return happened && line ? [{ before, after: ticket.now, line, at: line.at }] : [];
  });
}

function happens(ticket: ATicket, name: MoveName, by: Chance): boolean {
  try {
    ticket.does(name, inputs[name](by, ticket.now), above);
    return true;
  } catch (error) {
    if (error instanceof TransitionRefused) return false;
    throw error;
  }
}

/** One department takes another's place in it. */
function succession({ department, other }: Chance, { assignments, leadId, state }: Ticket): TransitionInput['succeed'] {
  const [was, heir] = [pick(departments, department), pick(departments, other)];
  const parts = assignments
    .filter((part) => part.departmentId === was)
    .filter((part) => isOpenAssignment(part.state) || (part.id === leadId && isOpen(state)))
    .map(({ id }) => ({ assignmentId: id, departmentId: heir }));
  return { reorganisationId: 'reorganisation', parts };
}
