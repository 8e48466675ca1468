import { Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ladders, type LadderName } from '#ticket/clock-holder';
import { rungs } from '#ticket/rung';
import { urgencies } from '#ticket/urgency';
import { usePages } from '../api/use-pages';
import { EditButton } from '../parts/edit-button';
import { groupSpan } from '../parts/group-spans';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { historyOf, StandingTag, VersionsSwitch, type ShownVersions } from '../parts/versions-switch';
import { RecomputationLine } from '../recomputing/recomputation-line';
import { instant } from '../words/instant';
import { RungDialog } from './rung-dialog';
import { audienceWords, wayWords, whenWords, type RungRow } from './rung-row';

const names = Object.keys(ladders) as LadderName[];
const options = names.map((value) => ({ value, label: ladders[value].label }));

const StateTag = ({ isOn, state }: RungRow) =>
  state === 'past' || isOn ? <StandingTag state={state} /> : <Tag className="tag">停用</Tag>;

const columnsOf = (rows: readonly RungRow[], edit: (row: RungRow) => void): TableColumnsType<RungRow> => [
  {
    title: '紧急程度',
    width: 80,
    render: (_, { urgency }) => urgencies[urgency].label,
    className: 'rule-group',
    onCell: (_row, index) => ({ rowSpan: groupSpan(rows, ({ urgency }) => urgency, index ?? 0) }),
  },
  { title: '级别', width: 105, render: (_, { rung }) => rungs[rung].label },
  { title: '何时', width: 175, render: (_, row) => whenWords(row) },
  { title: '告知', width: 165, render: (_, row) => audienceWords(row) },
  { title: '方式', width: 130, render: (_, row) => wayWords(row) },
  { title: '夜间', width: 60, render: (_, { atNight }) => (atNight ? '照发' : '暂缓') },
  { title: '依据', dataIndex: 'source', ellipsis: true },
  { title: '版本', width: 55, align: 'right', dataIndex: 'version' },
  { title: '状态', width: 80, render: (_, row) => <StateTag {...row} /> },
  {
    title: '操作',
    width: 120,
    render: (_, row) =>
      row.validTo ? (
        <span className="quiet number">至 {instant(row.validTo)}</span>
      ) : (
        <EditButton edit={() => edit(row)} />
      ),
  },
];

/** 督促阶梯: when which rung comes, whom it reaches, and how; every version. */
export function LadderList() {
  const [ladder, choose] = useKept<LadderName>('ladder', 'sign');
  const [shown, show] = useState<ShownVersions>('in-force');
  const [edited, edit] = useState<RungRow | null>(null);
  const pages = usePages('GET /api/ladder', { query: { ladder, history: historyOf(shown), limit: 200 } });
  return (
    <>
      <div className="page-filters">
        <Segmented<LadderName> options={options} value={ladder} onChange={choose} />
        <VersionsSwitch shown={shown} show={show} />
      </div>
      <RecomputationLine />
      <PagedTable<RungRow>
        rowKey={({ name, version }) => `${name}.${version}`}
        columns={columnsOf(pages.items, edit)}
        pages={pages}
        widthPx={1040}
        empty="没有督促级别"
      />
      {edited && <RungDialog row={edited} close={() => edit(null)} />}
    </>
  );
}
