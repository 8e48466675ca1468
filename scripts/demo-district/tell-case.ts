import type { Calendar } from '#calendar/calendar';
import { noContact } from '#store/citizen';
import { chainStart } from '#store/chain-link';
import { chain } from '#store/history-chain';
import type { KeyRing } from '#store/key-ring';
import type { PastTicket } from '#store/past-tickets';
import type { RulesInForce } from '#deadlines/deadline-rules';
import { Random } from '#platform/random';
import type { SeedCitizen } from '../seed/citizens';
import type { People } from '../seed/people';
import { registerPast } from '../seed/register-past';
import { caseSteps, waitOf, type CaseStepName } from './case-steps';
import { storyOf } from './case-story';
import type { PlannedCase } from './planned-case';
import { WatchedPast } from './watched-past';
import { wordsOf } from './words';

/** What the cases of a period are told with. */
export interface CaseTelling {
  readonly keys: KeyRing;
  readonly people: People;
  readonly rules: RulesInForce;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly citizenOf: (caller: number) => SeedCitizen;
  /** The departments to whom a lead's code points, and who else may be given what that one returns. */
  readonly leadsOf: (code: string) => readonly string[];
  readonly areaName: (code: string) => string;
  /** Before this everything has happened. */
  readonly until: Date;
}

const nobody: SeedCitizen = { id: null, contact: noContact, row: null };

/** Tells one case through the rules, each step at its instant, with chained history and the clocks that ran meanwhile. */
export function tellCase(telling: CaseTelling, planned: PlannedCase, number: string): PastTicket {
  const random = Random.for(telling.seed + 3, planned.index);
  const asks = planned.anonymous ? nobody : telling.citizenOf(planned.caller);
  const past = begin(telling, planned, number, { random, asks });
  for (const step of storyOf(planned, random)) {
    past.at = afterWait(step, past, planned, telling.calendar);
    caseSteps[step].tell(past);
  }
  past.markUntil(telling.until);
  const { ticket, rows } = past;
  const lines = chain(telling.keys, chainStart, past.lines, { ...ticket, contact: asks.contact });
  return { ticket, lines, citizen: asks.row, rows, ...past.watched() };
}

function begin(
  telling: CaseTelling,
  planned: PlannedCase,
  number: string,
  { random, asks }: { random: Random; asks: SeedCitizen },
): WatchedPast {
  const { at, anonymous, type, urgency, channel, categoryCode, areaCode } = planned;
  const given = { number, type, urgency, channel, categoryCode, areaCode, anonymous, citizenId: asks.id };
  const words = wordsOf(planned, telling.areaName(areaCode), random);
  const protection = { reachable: !anonymous, confidential: type === 'report' };
  const { agent } = telling.people;
  const begun = registerPast({ ...given, ...words, ...protection }, agent, at);
  const told = { people: telling.people, random, leads: telling.leadsOf(planned.lead), at };
  return new WatchedPast(begun, told, telling.rules);
}

function afterWait(step: CaseStepName, past: WatchedPast, planned: PlannedCase, calendar: Calendar): Date {
  const { random, at } = past;
  const { least, most, inOffice } = waitOf(step, planned, random.chance(planned.habits.late));
  const minutes = least + random.next() * (most - least);
  return inOffice ? calendar.addOfficeMinutes(at, minutes) : new Date(at.getTime() + Math.ceil(minutes * 60_000));
}
