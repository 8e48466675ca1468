import type { AdminSubject } from '#ticket/admin-event';
import { ladders } from '#ticket/clock-holder';
import { clockKinds } from '#ticket/clock-kind';
import { dutyPosts } from '#ticket/duty-post';
import { rungs } from '#ticket/rung';
import { dutyEntryKinds } from '#ticket/duty';
import { gamingSigns } from '#ticket/gaming-sign';
import { issueRules } from '#ticket/issue-rule';
import { reviewRules } from '#ticket/review-rule';
import { importKinds } from '#ticket/import-kind';
import { messageKinds } from '#ticket/message-kind';
import { reportKinds } from '#ticket/incident-report';
import { ticketTypes } from '#ticket/ticket-type';
import { bulletinKinds } from '#http-api/bulletin-shapes';
import type { ListRoute } from '#http-api/list-route';
import { listTitles } from '#http-api/list-titles';
import { retentionKinds } from '#http-api/retention-shapes';
import { suggestionKinds } from '#http-api/suggestion-shapes';
import { urgencies } from '#ticket/urgency';
import { fullInstant } from '../words/instant';
import { labelOf, type Labelled } from '../words/options';
import type { AdminEvent } from './admin-event';
import type { Names } from './names';

type Fields = NonNullable<AdminEvent['after']>;
type Say = (fields: Fields, id: string, names: Names) => string;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const person: Say = ({ name, username }, id) => {
  const [called, signsIn] = [text(name), text(username)];
  return called && signsIn ? `${called}（${signsIn}）` : (called ?? signsIn ?? id);
};

const named: Say = ({ name, label }, id) => text(name) ?? text(label) ?? id;

const rule: Say = ({ categoryCode, areaCode }, _id, names) => {
  const [category, area] = [text(categoryCode), text(areaCode)];
  const place = [category && names.category(category), area && names.area(area)].filter(Boolean);
  return place.length > 0 ? place.join('，') : '兜底规则';
};

/** `complaint/critical/finish`, and its category where it has one; a star holds for all. */
const limit: Say = (_fields, id, names) => {
  const tables: Labelled[] = [ticketTypes, urgencies, clockKinds];
  const said = id.split('/').map((name, index) => {
    const table = tables[index];
    return name === '*' ? null : table ? labelOf(table, name) : names.category(name);
  });
  return said.filter(Boolean).join('，');
};

/** `finish.urgent.urge` */
const rung: Say = (_fields, id) => {
  const tables: Labelled[] = [ladders, urgencies, rungs];
  return id
    .split('.')
    .map((name, index) => labelOf(tables[index] ?? {}, name))
    .join('，');
};

/** `complaint.2`, `urgent.1` */
const extensionRule: Say = (_fields, id) => {
  const [ofClass = '', nth = ''] = id.split('.');
  return `${labelOf({ ...ticketTypes, ...urgencies }, ofClass)}，第${nth}次延期`;
};

const keeping: Say = ({ kind, days, type }) => {
  const [of, what] = [text(type), labelOf(retentionKinds, text(kind) ?? '')];
  return `${of ? labelOf(ticketTypes, of) : '全部类型'}${what}${typeof days === 'number' ? `（${days}天）` : ''}`;
};

/** The house's hours, or those of a department. */
const office: Say = (_fields, id, names) => (id === 'house' ? '全区工作时间' : `${names.department(id)}工作时间`);

const year: Say = (_fields, id) => `${id}年`;

const recomputedBy: Record<string, Say> = {
  'time-limit': limit,
  'office-hours': office,
  'ladder-row': rung,
  calendar: (fields, id, names) => `${year(fields, id, names)}工作日历`,
};

const isListed = (route: string): route is ListRoute => route in listTitles;

/** What goes into what. */
const reorganised: Say = ({ from, into }, id) =>
  [from, into].map((names) => [names].flat().filter(Boolean).join('、')).join(' → ') || id.slice(-8);

const rows: Record<AdminSubject, Say> = {
  account: person,
  department: named,
  area: named,
  category: named,
  reorganisation: reorganised,
  'dispatch-rule': rule,
  'suggestion-model': ({ kind, version }) =>
    `${labelOf(suggestionKinds, text(kind) ?? '')}建议模型${typeof version === 'number' ? `第${version}版` : ''}`,
  calendar: year,
  'time-limit': limit,
  'office-hours': office,
  recomputation: ({ rule: of, of: id }, _id, names) => recomputedBy[text(of) ?? '']?.({}, text(id) ?? '', names) ?? '',
  'ladder-row': rung,
  'notice-settings': () => '提醒推送设置',
  'duty-turn': ({ post }, id) => labelOf(dutyPosts, text(post) ?? '') || id.slice(-8),
  'extension-rule': extensionRule,
  'review-rule': ({ rule, categoryCode }, _id, names) =>
    [labelOf(reviewRules, text(rule) ?? ''), text(categoryCode) && names.category(String(categoryCode))]
      .filter(Boolean)
      .join(' '),
  'review-sample': ({ ticket }, id) => text(ticket) ?? id.slice(-8),
  formula: named,
  'score-rules': (_fields, id) => `第${id}版`,
  bulletin: ({ kind, starts }, id) =>
    text(kind) ? `${labelOf(bulletinKinds, text(kind) ?? '')} ${text(starts) ?? ''}` : id.slice(-8),
  'report-schedule': named,
  keys: () => '个人信息密钥',
  'retention-rule': keeping,
  'harassment-mark': ({ phone }, id) => text(phone) ?? id.slice(-8),
  'channel-client': named,
  issue: named,
  'issue-rule': (_fields, id) => labelOf(issueRules, id),
  'gaming-sign': ({ sign }, id) => labelOf(gamingSigns, text(sign) ?? '') || id.slice(-8),
  'gaming-rule': (_fields, id) => labelOf(gamingSigns, id),
  broadcast: ({ title }, id) => text(title) ?? id,
  'reply-template': ({ title }, id) => text(title) ?? id,
  import: ({ kind, id }, subjectId) =>
    text(kind) ? labelOf(importKinds, text(kind) ?? '') : (text(id) ?? subjectId).slice(-8),
  export: ({ report }, route) => (isListed(route) ? listTitles[route] : (text(report) ?? route)),
  'look-alert': ({ who }, id) => text(who) ?? id.slice(-8),
  shift: named,
  message: ({ ticket, kind }) =>
    text(ticket) ? `${String(ticket)} ${labelOf(messageKinds, text(kind) ?? '')}` : '发送失败的短信',
  'message-template': (_fields, id) => labelOf(messageKinds, id),
  'message-settings': () => '短信设置',
  handover: ({ shift, day }, id) => [text(day), text(shift)].filter(Boolean).join(' ') || id.slice(-8),
  'duty-matter': ({ text: said }, id) => text(said) ?? id.slice(-8),
  'duty-entry': ({ kind, at }) =>
    `${labelOf(dutyEntryKinds, text(kind) ?? '')} ${text(at) ? fullInstant(String(at)) : ''}`,
  incident: ({ title }, id) => text(title) ?? id.slice(-8),
  'incident-report': ({ kind, number }) =>
    [labelOf(reportKinds, text(kind) ?? ''), text(number)].filter(Boolean).join(' '),
  // Asked for in one ticket, carried out in all of the same citizen's.
  erasure: ({ ticket, tickets }, id) =>
    text(ticket) ?? (Array.isArray(tickets) && tickets.length > 0 ? tickets.join('、') : id.slice(-8)),
};

/** What exactly was changed, by the name it has after the change. */
export const subjectWords = ({ subject, subjectId, before, after }: AdminEvent, names: Names): string =>
  rows[subject](after ?? before ?? {}, subjectId, names);
