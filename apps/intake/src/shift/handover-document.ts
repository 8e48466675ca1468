import type { DocumentBlock, OfficialDocument } from '#documents/official-document';
import { handoverGroups, handoverKinds, handoverStates, type HandoverGroup, type HandoverKind } from '#ticket/duty';
import { shanghaiText } from '#http-api/list-columns';
import type { HandoverView } from './handover-reading';

type Item = HandoverView['content']['items'][number];

const columns = [
  { label: '类别', share: 12 },
  { label: '工单号', share: 22 },
  { label: '事项', share: 33 },
  { label: '责任人', share: 14 },
  { label: '时限', share: 14 },
  { label: '最近联系', share: 14 },
  { label: '备注', share: 21 },
];

const minute = (iso: string | null): string => (iso === null ? '' : shanghaiText(iso).slice(5, 16));

const rowOf = (item: Item): string[] => [
  handoverKinds[item.kind].label,
  item.ticket?.number ?? '',
  item.carriedFrom === null ? item.title : `${item.title}（续：${item.carriedFrom}起）`,
  item.holder ?? '',
  minute(item.dueAt),
  minute(item.lastContactAt),
  item.note ?? '',
];

/** 交接班记录 on paper: whoever reads it sees whether it has been accepted, and what was corrected later, apart. */
export function handoverDocument(handover: HandoverView, office: string): OfficialDocument {
  const { content } = handover;
  const groups = (Object.keys(handoverGroups) as HandoverGroup[]).flatMap((group) => groupOf(group, content.items));
  return {
    redHead: null,
    number: null,
    signedBy: null,
    title: `${content.shift.day} ${content.shift.name}交接班记录`,
    addressees: [],
    copiesTo: [],
    blocks: [{ kind: 'paragraph', text: stateOf(handover) }, ...groups, ...endOf(handover)],
    office,
    date: shanghaiText(handover.acceptedAt ?? content.asOf).slice(0, 10),
    landscape: true,
  };
}

const stateOf = ({ state, content, handedOverBy, acceptedBy, acceptedAt }: HandoverView): string =>
  [
    `统计时刻：${shanghaiText(content.asOf)}`,
    `状态：${handoverStates[state].label}`,
    ...(handedOverBy ? [`交班人：${handedOverBy.name}`] : []),
    ...(acceptedBy && acceptedAt ? [`接班人：${acceptedBy.name}（${shanghaiText(acceptedAt)}）`] : []),
    `下一班：${content.next.day} ${content.next.name}`,
  ].join('　');

function groupOf(group: HandoverGroup, all: readonly Item[]): DocumentBlock[] {
  const items = all.filter((item) => item.group === group);
  const heading = { kind: 'heading', text: `${handoverGroups[group].label}（${items.length}项）` } as const;
  return items.length === 0 ? [heading] : [heading, { kind: 'table', columns, rows: items.map(rowOf) }];
}

function cutKind({ items, counts }: HandoverView['content'], kind: HandoverKind): string {
  const all = counts?.find((each) => each.kind === kind);
  const total = all ? `共${all.count}项${all.exact ? '' : '以上'}，` : '';
  return `${handoverKinds[kind].label}：${total}列出${items.filter((item) => item.kind === kind).length}项`;
}

function endOf({ content, corrections }: HandoverView): DocumentBlock[] {
  const parts: [heading: string, lines: string[]][] = [
    ['上一班移交、现已了结', content.ended.map(({ title }) => title)],
    ['只列出一部分的类别', content.cut.map((kind) => cutKind(content, kind))],
    ['备注', content.note === null ? [] : [content.note]],
    ['接班后更正', corrections.map(({ at, by, text }) => `${shanghaiText(at)} ${by.name}：${text}`)],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([text, lines]): DocumentBlock[] => [
      { kind: 'heading', text },
      { kind: 'paragraph', text: lines.join('\n') },
    ]);
}
