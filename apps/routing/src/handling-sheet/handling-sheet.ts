import type { DocumentBlock, FormRow, OfficialDocument } from '#documents/official-document';
import { actorWords } from '#ticket/actor-words';
import { clockKinds } from '#ticket/clock-kind';
import { resolutions } from '#ticket/finding';
import { partWords } from '#ticket/part-kind';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { dueBasis, minuteText } from './due-basis';
import type { PartClock, SheetContents } from './sheet-reading';

type Part = SheetContents['part'];
type Line = SheetContents['lines'][number];
type Pair = FormRow['pairs'][number];

/** Who issues it, on which day, and who printed it. */
type Printing = Pick<OfficialDocument, 'office' | 'date'> & { readonly mark: string };

/** 承办单 on paper: one department's part of a ticket, to be written on, signed and filed. */
export function handlingSheet(sheet: SheetContents, printing: Printing): OfficialDocument {
  const { ticket, part } = sheet;
  return {
    redHead: '承办单',
    number: `工单号 ${ticket.number}`,
    signedBy: null,
    title: ticket.title,
    addressees: [part.department.name],
    copiesTo: [],
    blocks: [
      { kind: 'form', rows: factsOf(sheet) },
      { kind: 'form', rows: toSign.map((label) => ({ pairs: [[label, '']], heightMm: 24 })) },
      { kind: 'heading', text: '流转记录' },
      movesOf(sheet),
    ],
    ...printing,
  };
}

/** What is written by hand: what is proposed, what leaders say, how it ended. */
const toSign = ['拟办意见', '领导批示', '办理结果'];

function factsOf(sheet: SheetContents): FormRow[] {
  const { ticket, part, clocks } = sheet;
  const together = (role: Part['role']): string => handlersOf(sheet, role).join('、');
  const rows: Pair[][] = [
    [
      ['诉求类型', ticketTypes[ticket.type].label],
      ['紧急程度', urgencies[ticket.urgency].label],
    ],
    [
      ['事项分类', ticket.category?.name ?? ''],
      ['登记时间', minuteText(ticket.registeredAt)],
    ],
    [
      ['诉求人', citizenWords(sheet)],
      ['事发地点', [ticket.area?.name, ticket.address].filter(Boolean).join('　')],
    ],
    [['诉求内容', ticket.content]],
    [
      ['主办单位', together('lead')],
      ['协办单位', together('co-handler')],
    ],
    [
      ['本单位', `${part.department.name}（${partWords(part)}，第${part.round}轮）`],
      ['派单时间', minuteText(part.dispatchedAt)],
    ],
    [['办理期限', clocks.map(clockWords).join('\n')]],
    [['派单要求', requirementOf(sheet)]],
    [['前轮办理', earlierRounds(sheet).join('\n')]],
    [['本轮反馈', replyWords(part)]],
  ];
  return rows.filter((row) => row.length > 1 || row.some(([, text]) => text !== '')).map((pairs) => ({ pairs }));
}

/** Contacts are looked at in the system, where that is recorded; paper never has them. */
function citizenWords({ ticket: { citizen, erasedAt } }: SheetContents): string {
  if (citizen.withheld) return '信息保密';
  if (erasedAt) return '个人信息已删除';
  return `${citizen.name ?? (citizen.anonymous ? '匿名' : '未留姓名')}（联系方式在系统内查看）`;
}

/** Who is at it in the part's round, units below aside. */
const handlersOf = ({ ticket, part: { round } }: SheetContents, role: Part['role']): string[] =>
  ticket.assignments
    .filter((each) => each.round === round && each.role === role && each.parentId === null)
    .filter(({ state }) => state !== 'cancelled' && state !== 'returned')
    .map(({ department }) => department.name);

/** 办理时限：2026-09-20 18:00前（自2026-09-14 09:30起5个工作日…） */
function clockWords({ kind, state, dueAt, rule }: PartClock): string {
  const ended = { running: '', met: '，已完成', cancelled: '，已取消' }[state];
  return `${clockKinds[kind].label}：${minuteText(dueAt.toISOString())}前（${dueBasis(rule)}）${ended}`;
}

/** What was said when the part was given to its department; a rework follows from what was said in judging. */
function requirementOf({ part, lines }: SheetContents): string {
  const at = lines.findIndex(({ data }) =>
    ((data['assigned'] ?? []) as { id: string }[]).some(({ id }) => id === part.id),
  );
  const given = lines[at]?.name === 'rework' ? [lines[at], lines[at - 1]] : [lines[at]];
  const said = given.flatMap((line) => ['note', 'reason', 'because'].map((field) => line?.data[field]));
  return said.find((text) => typeof text === 'string') ?? '';
}

/** Each lead before this round, and what it answered. */
const earlierRounds = ({ ticket, part }: SheetContents): string[] =>
  ticket.assignments
    .filter(({ round, role }) => round < part.round && role === 'lead')
    .toSorted((a, b) => a.round - b.round)
    .map(
      (each) => `第${each.round}轮　${each.department.name}，${minuteText(each.dispatchedAt)}派单。${replyWords(each)}`,
    );

const replyWords = ({ reply, submittedAt }: Part): string =>
  reply
    ? `${submittedAt ? `${minuteText(submittedAt)}反馈，` : ''}${resolutions[reply.resolution].label}：${reply.publicText}`
    : '';

const columns = [
  { label: '时间', share: 19 },
  { label: '环节', share: 15 },
  { label: '经办', share: 17 },
  { label: '说明', share: 49 },
];

function movesOf({ lines, isCut }: SheetContents): DocumentBlock {
  const rows = lines.map((line) => [minuteText(line.at), line.label, actorWords(line.actor), lineWords(line)]);
  return { kind: 'table', columns, rows: isCut ? [...rows, ['', '', '', '其余记录请在系统内查看']] : rows };
}

/** What of a line's words tells how the matter went; a reply stands above. */
const toldWords = ['because', 'note', 'reason', 'basis', 'text', 'notReachedReason'];

function lineWords({ data }: Line): string {
  const assigned = (data['assigned'] ?? []) as { department: string; role: Part['role']; parentId?: string }[];
  const given = assigned.map(
    ({ parentId = null, ...each }) => `${partWords({ ...each, parentId })} ${each.department}`,
  );
  const said = toldWords.map((field) => data[field]).filter((text) => typeof text === 'string' && text !== '');
  return [...given, ...said].join('；');
}
