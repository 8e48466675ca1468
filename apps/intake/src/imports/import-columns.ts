import { channels } from '#ticket/channel';
import type { ImportKind } from '#ticket/import-kind';
import { contactedAnswers, ratingSources, satisfactions, solvedAnswers } from '#ticket/rating';
import { states } from '#ticket/state';
import { ticketTypes } from '#ticket/ticket-type';
import { transitions } from '#ticket/transition';
import { urgencies } from '#ticket/urgency';

type Labels = Readonly<Record<string, { readonly label: string }>>;

/** How a column's cells are read. A table's codes may be given by their labels, places and departments by their names. */
export type CellKind = 'text' | 'instant' | 'flag' | 'number' | 'area' | 'category' | 'department' | Labels;

export interface ImportColumn {
  readonly label: string;
  readonly cells: CellKind;
  /** In which files it stands; in both without it. */
  readonly only?: ImportKind;
  readonly required?: ImportKind | 'both';
}

const genders = { male: { label: '男' }, female: { label: '女' } };
const ends = Object.fromEntries(transitions.importHistory.to.map((state) => [state, states[state]]));

/** Every column, by the path of its field: in a file it may be called by that or by its label. */
export const importColumns = {
  externalNumber: { label: '原编号', cells: 'text', required: 'history' },
  externalSystem: { label: '原系统', cells: 'text' },
  state: { label: '状态', cells: ends, only: 'history' },
  type: { label: '诉求类型', cells: ticketTypes, required: 'both' },
  urgency: { label: '紧急程度', cells: urgencies },
  channel: { label: '来源', cells: channels },
  title: { label: '标题', cells: 'text', required: 'both' },
  content: { label: '内容', cells: 'text' },
  categoryCode: { label: '事项分类', cells: 'category' },
  areaCode: { label: '区域', cells: 'area' },
  address: { label: '地址', cells: 'text' },
  'location.lat': { label: '纬度', cells: 'number' },
  'location.lng': { label: '经度', cells: 'number' },
  occurredAt: { label: '发生时间', cells: 'instant' },
  registeredAt: { label: '登记时间', cells: 'instant', only: 'history', required: 'history' },
  dispatchedAt: { label: '派单时间', cells: 'instant', only: 'history' },
  handledAt: { label: '承办办结时间', cells: 'instant', only: 'history' },
  closedAt: { label: '办结时间', cells: 'instant', only: 'history', required: 'history' },
  leadDepartmentId: { label: '主办单位', cells: 'department', only: 'history' },
  'citizen.name': { label: '诉求人姓名', cells: 'text' },
  'citizen.phone': { label: '联系电话', cells: 'text' },
  'citizen.address': { label: '诉求人地址', cells: 'text' },
  'citizen.gender': { label: '性别', cells: genders },
  'citizen.anonymous': { label: '匿名', cells: 'flag' },
  'citizen.confidential': { label: '保密', cells: 'flag' },
  subjectParty: { label: '被反映对象', cells: 'text' },
  subjectDepartmentId: { label: '被反映单位', cells: 'department', only: 'tickets' },
  expectsReply: { label: '需要答复', cells: 'flag', only: 'tickets' },
  upstreamSystem: { label: '上级系统', cells: 'text' },
  upstreamNumber: { label: '上级工单编号', cells: 'text' },
  upstreamDueAt: { label: '上级时限', cells: 'instant', only: 'tickets' },
  'rating.source': { label: '评价来源', cells: ratingSources, only: 'history' },
  'rating.contacted': { label: '是否联系', cells: contactedAnswers, only: 'history' },
  'rating.solved': { label: '是否解决', cells: solvedAnswers, only: 'history' },
  'rating.result': { label: '满意度', cells: satisfactions, only: 'history' },
} as const satisfies Record<string, ImportColumn>;

export type ColumnPath = keyof typeof importColumns;

export const columnOf = (path: ColumnPath): ImportColumn => importColumns[path];

/** The columns of a file of this kind, in the order in which its template has them. */
export const pathsOf = (kind: ImportKind): ColumnPath[] =>
  (Object.keys(importColumns) as ColumnPath[]).filter((path) => (columnOf(path).only ?? kind) === kind);

export const isRequired = (path: ColumnPath, kind: ImportKind): boolean =>
  ['both', kind].includes(columnOf(path).required ?? '');

/** What a heading calls: by its label or its field's name, as it may have been typed, with the star of a template. */
export function pathNamed(kind: ImportKind): (heading: string) => ColumnPath | undefined {
  const paths = pathsOf(kind);
  const plain = (heading: string) => heading.replace(/[\s*＊]/g, '').toLowerCase();
  const known = new Map(paths.flatMap((path) => [[plain(columnOf(path).label), path] as const, [plain(path), path]]));
  return (heading) => known.get(plain(heading));
}
