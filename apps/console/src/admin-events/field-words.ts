import { yearlyDateWords } from '#calendar/yearly-date-words';
import type { AdminSubject } from '#ticket/admin-event';
import { adminFieldsOf, type AdminFieldOf } from '#http-api/admin-fields';
import { absenceWords, type AbsenceTold } from '../words/absence-words';
import { fullInstant } from '../words/instant';
import { labelOf, type Labelled } from '../words/options';
import { yesNo } from '../words/yes-no';
import type { Names } from './names';

/** What a field of a change is called and how its value is said. */
export interface FieldWords {
  readonly label: string;
  readonly words: Say;
  /** A long list: what came and what went is said, entry by entry, and not what stayed. */
  readonly isList?: boolean;
}

type Say = (value: unknown, names: Names) => string;

/** Several are said one after the other. */
const each =
  (say: Say): Say =>
  (value, names) =>
    Array.isArray(value) ? value.map((one) => say(one, names)).join('、') : say(value, names);
const plain: Say = (value) => {
  if (typeof value === 'boolean') return yesNo(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
};
const coded = (table: Labelled): Say => each((value) => labelOf(table, String(value)));
const at: Say = (value) => fullInstant(String(value));
const department: Say = each((value, names) => names.department(String(value)));
const area: Say = (value, names) => names.area(String(value));
const category: Say = (value, names) => names.category(String(value));
const named: Say = (value) => (value as { name: string }).name;
const absence: Say = (value) => absenceWords(value as AbsenceTold);
const day: Say = (value) => {
  const { date, working, name } = value as { date: string; working: boolean; name: string };
  return `${date} ${name}${working ? '上班' : '放假'}`;
};
const session: Say = each((value) => {
  const { from, to } = value as Record<'from' | 'to', string>;
  return `${from}–${to}`;
});
const season: Say = each((value, names) => {
  const { from, to, sessions } = value as { from: string; to: string; sessions: unknown };
  return `${yearlyDateWords(from)}至${yearlyDateWords(to)} ${session(sessions, names)}`;
});
const count: Say = (value) => `${(value as unknown[]).length}件`;
const milestone: Say = (value) => {
  const { title, startsOn, dueOn, percent, doneOn } = value as Record<string, string>;
  return `${title}（${startsOn}至${dueOn}，${percent}%${doneOn ? `，${doneOn}完成` : ''}）`;
};
const measure: Say = (value) => (typeof value === 'string' ? value : (value as { label: string }).label);

/** How values are said that are neither plain words nor codes of a table. */
const sayings: { readonly [Subject in AdminSubject]?: { readonly [Field in AdminFieldOf<Subject>]?: Say } } = {
  account: { departmentId: department, disabledAt: at, absence },
  department: { parent_id: department },
  area: { parent_code: area },
  category: { parent_code: category },
  'dispatch-rule': { categoryCode: category, areaCode: area, leadId: department, coHandlerIds: department },
  'review-rule': { categoryCode: category },
  calendar: { days: day },
  'office-hours': { sessions: session, seasons: season },
  formula: { numerator: measure, denominator: measure },
  'retention-rule': { proposedAt: at, approvedAt: at, endedAt: at },
  'harassment-mark': { expiresAt: at },
  'channel-client': { since: at, revokedAt: at, expiresAt: at },
  'duty-matter': { area: named, fromAt: at, untilAt: at, by: named, at, endedAt: at },
  'duty-entry': { at },
  'duty-turn': { departmentId: department, startsAt: at, endsAt: at, endedAt: at },
  issue: { leadDepartmentId: department, ticketIds: count, milestone },
  broadcast: { categoryCode: category, areaCode: area, validFrom: at, validTo: at },
  message: { since: at },
};

/** The fields of what administrators keep, in the order in which they are read. */
export const fieldNames = (subject: AdminSubject): string[] => Object.keys(adminFieldsOf(subject));

/** A field that nobody has put into words, as of a version before, is shown as it is stored: a log leaves nothing out. */
export function fieldWords(subject: AdminSubject, name: string): FieldWords {
  const { label = name, codes } = adminFieldsOf(subject)[name] ?? {};
  const saying = (sayings[subject] as Readonly<Record<string, Say>> | undefined)?.[name];
  return { label, words: saying ?? (codes ? coded(codes) : each(plain)), isList: saying === day };
}
