import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ticketTypes } from '#ticket/ticket-type';
import { usePages } from '../api/use-pages';
import { useCategories } from '../directory/use-directory';
import { EditButton } from '../parts/edit-button';
import { PagedTable } from '../parts/paged-table';
import { historyOf, StandingTag, VersionsSwitch, type ShownVersions } from '../parts/versions-switch';
import { RecomputationLine } from '../recomputing/recomputation-line';
import { LimitDialog } from './limit-dialog';
import { amountWords, urgencyWords, type LimitRow } from './limit-row';

const columnsOf = (
  edit: (limit: LimitRow) => void,
  categoryName: (code: string) => string,
): TableColumnsType<LimitRow> => [
  { title: '时限', width: 110, dataIndex: 'label' },
  { title: '诉求类型', width: 90, render: (_, { type }) => (type ? ticketTypes[type].label : '全部') },
  { title: '紧急程度', width: 90, render: (_, row) => urgencyWords(row) },
  {
    title: '事项分类',
    width: 130,
    render: (_, { categoryCode }) => (categoryCode ? categoryName(categoryCode) : '全部'),
  },
  { title: '时长', width: 100, render: (_, row) => amountWords(row) },
  { title: '适用于', width: 150, render: (_, { validFrom }) => (validFrom ? `${validFrom} 起启动的` : '全部') },
  { title: '依据', dataIndex: 'source', ellipsis: true },
  { title: '版本', width: 60, align: 'right', dataIndex: 'version' },
  {
    title: '状态',
    width: 80,
    render: (_, { state }) => <StandingTag state={state} />,
  },
  {
    title: '操作',
    width: 70,
    render: (_, row) => row.state !== 'past' && <EditButton edit={() => edit(row)} />,
  },
];

/** 限时: how long which tickets have for which step, every version, and what a change would move. */
export function TimeLimitsPage() {
  const [shown, show] = useState<ShownVersions>('in-force');
  const [edited, edit] = useState<LimitRow | 'new' | null>(null);
  const categories = useCategories();
  const nameOf = (code: string): string => categories.find((each) => each.code === code)?.name ?? code;
  const pages = usePages('GET /api/time-limits', {
    query: { history: historyOf(shown), limit: 200 },
  });
  return (
    <div className="page">
      <div className="page-filters">
        <VersionsSwitch shown={shown} show={show} />
        <Button type="primary" onClick={() => edit('new')}>
          新增时限
        </Button>
        <span className="quiet">事项分类越具体越优先；紧急、特急工单只按写明紧急程度的时限。</span>
      </div>
      <RecomputationLine />
      <PagedTable<LimitRow> columns={columnsOf(edit, nameOf)} pages={pages} widthPx={1000} empty="没有时限" />
      {edited && <LimitDialog limit={edited === 'new' ? null : edited} close={() => edit(null)} />}
    </div>
  );
}
