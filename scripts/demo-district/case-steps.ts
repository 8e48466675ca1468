import { rate, judge, pastSteps, solvedReply } from '../seed/past-steps';
import { extend, requestExtension } from './more-time';
import type { PlannedCase } from './planned-case';
import type { WatchedPast } from './watched-past';

/** Minutes at least and at most, and whether they pass in office hours alone. */
interface Wait {
  readonly least: number;
  readonly most: number;
  readonly inOffice: boolean;
}

interface CaseStep {
  /** How long after the step before. */
  readonly wait: Wait | ((planned: PlannedCase, late: boolean) => Wait);
  readonly tell: (past: WatchedPast) => void;
}

const anyTime = (least: number, most: number): Wait => ({ least, most, inOffice: false });
const office = (least: number, most: number): Wait => ({ least, most, inOffice: true });

/** Minutes of an office day, and of a natural one. */
const [officeDay, naturalDay] = [420, 1_440];

/** In how many working days each type is answered by the first limits. */
const finishDays: Partial<Record<PlannedCase['type'], number>> = { consultation: 3, complaint: 10, report: 10 };

/** Its usual part of the time it is given; late ones take up to twice the time. */
function replyWait({ urgency, type, habits }: PlannedCase, late: boolean): Wait {
  const [least, most] = late ? [1.02, 1.9] : [0.04, Math.min(0.88, 2 * habits.pace)];
  if (urgency !== 'normal') return anyTime(least * naturalDay, most * naturalDay);
  const given = (finishDays[type] ?? 5) * officeDay;
  return office(least * given, most * given);
}

const told = { 'very-satisfied': 46, satisfied: 43, 'basically-satisfied': 11 } as const;
const clicked = { 'very-satisfied': 38, satisfied: 40, 'basically-satisfied': 22 } as const;

/** By a link people say rather what they mean than to a person. */
type Source = 'callback-human' | 'citizen-link';
const byOf = ({ people }: WatchedPast, source: Source) =>
  source === 'citizen-link' ? people.citizen : people.callback;

function rateWell(past: WatchedPast, source: Source): void {
  const result = past.random.weighted(source === 'citizen-link' ? clicked : told);
  const contacted = past.random.chance(0.93) ? 'yes' : 'no';
  const solved = past.random.chance(result === 'basically-satisfied' ? 0.55 : 0.93) ? 'yes' : 'partly';
  rate(past, { source, contacted, solved, satisfaction: { result } }, byOf(past, source));
}

function rateBadly(past: WatchedPast): void {
  const source = past.random.chance(0.55) ? 'citizen-link' : 'callback-human';
  const contacted = past.random.chance(0.7) ? 'yes' : 'no';
  const result = past.random.chance(0.8) ? 'dissatisfied' : 'very-dissatisfied';
  const solved = past.random.chance(0.75) ? 'no' : 'partly';
  rate(past, { source, contacted, solved, satisfaction: { result } }, byOf(past, source));
}

/** At the end of the call, by a key of the telephone. */
function rateCall(past: WatchedPast, result: 'satisfied' | 'dissatisfied'): void {
  const rating = { source: 'call-end', contacted: 'yes', solved: 'yes', satisfaction: { result } } as const;
  rate(past, rating, past.people.satisfaction);
}

const { answerOnCall, dispatch, sign, contact, approve, uphold, sendBack, noAnswer, closeUnrated, withdraw } =
  pastSteps;

function reply(past: WatchedPast): void {
  const resolution = past.random.weighted({ solved: 78, explained: 16, 'partly-solved': 4, scheduled: 2 });
  past.move('reply', { ...past.lead.input, ...solvedReply, resolution }, past.lead.handler);
}

function rejectReturn(past: WatchedPast): void {
  past.move('rejectReturn', { reason: '属本单位职责，请办理。' }, past.people.dispatcher);
  for (const row of past.returns) Object.assign(row, { state: 'rejected', decided_at: past.at });
}

/** Everything that happens to a case of the period, and how long people take for it. */
export const caseSteps = {
  answerOnCall: { ...answerOnCall, wait: anyTime(2, 9) },
  refer: {
    wait: anyTime(2, 8),
    tell: (past) =>
      past.move('refer', { reasonCode: 'not-government', route: '请向有管辖权的单位反映。' }, past.people.agent),
  },
  rateCallWell: { wait: anyTime(0.2, 1.5), tell: (past) => rateCall(past, 'satisfied') },
  rateCallBadly: { wait: anyTime(0.2, 1.5), tell: (past) => rateCall(past, 'dissatisfied') },
  dispatch: { ...dispatch, wait: anyTime(0.1, 1) },
  dispatchByHand: { ...dispatch, wait: office(3, 90) },
  return: { ...pastSteps.return, wait: office(20, 300) },
  uphold: { ...uphold, wait: office(15, 200) },
  rejectReturn: { wait: office(15, 200), tell: rejectReturn },
  sign: {
    ...sign,
    wait: ({ urgency }, late) =>
      urgency === 'normal' ? (late ? office(620, 1_100) : office(5, 260)) : anyTime(3, late ? 200 : 25),
  },
  contact: {
    ...contact,
    wait: ({ urgency }) => (urgency === 'normal' ? office(10, 200) : anyTime(2, 25)),
  },
  requestExtension: {
    wait: ({ type }) => office(0.3 * officeDay * (finishDays[type] ?? 5), 0.6 * officeDay * (finishDays[type] ?? 5)),
    tell: requestExtension,
  },
  extend: { wait: office(20, 300), tell: extend },
  reply: { wait: replyWait, tell: reply },
  replyAgain: { wait: office(30, 600), tell: reply },
  sendBack: { ...sendBack, wait: office(20, 300) },
  approve: { ...approve, wait: ({ urgency }) => (urgency === 'normal' ? office(10, 260) : anyTime(5, 110)) },
  rateWell: { wait: office(40, 400), tell: (past) => rateWell(past, 'callback-human') },
  rateByLink: { wait: anyTime(10, 900), tell: (past) => rateWell(past, 'citizen-link') },
  rateBadly: { wait: office(40, 400), tell: rateBadly },
  judgeUnreasonable: { wait: office(20, 300), tell: (past) => judge(past, false) },
  judgeReasonable: { wait: office(20, 300), tell: (past) => judge(past, true) },
  noAnswer: { ...noAnswer, wait: office(245, 330) },
  closeUnrated: { ...closeUnrated, wait: anyTime(0.02, 0.1) },
  withdraw: { ...withdraw, wait: office(30, 900) },
} as const satisfies Record<string, CaseStep>;

export type CaseStepName = keyof typeof caseSteps;

/** When the step comes, in minutes after the one before. */
export function waitOf(name: CaseStepName, planned: PlannedCase, late: boolean): Wait {
  const { wait }: CaseStep = caseSteps[name];
  return typeof wait === 'function' ? wait(planned, late) : wait;
}
