import type { TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router-dom';
import type { Pages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { GrowthCell } from './growth-cell';
import type { IssueRow } from './issue-row';
import { IssueTags } from './issue-tags';

const columns: TableColumnsType<IssueRow> = [
  {
    title: '热点事项',
    render: (_, issue) => (
      <span className="issue-title">
        <Link to={`/issues/${issue.id}`}>{issue.title}</Link>
        {issue.name === null && <span className="quiet">（未命名）</span>}
        <IssueTags issue={issue} />
      </span>
    ),
  },
  { title: '件数', width: 64, align: 'right', dataIndex: 'tickets' },
  { title: '人数', width: 64, align: 'right', dataIndex: 'citizens' },
  { title: '增长比', width: 170, render: (_, issue) => <GrowthCell issue={issue} /> },
  { title: '牵头单位', width: 130, ellipsis: true, render: (_, { lead }) => lead?.name ?? '—' },
  { title: '首发', width: 104, render: (_, { firstAt }) => (firstAt ? instant(firstAt) : '—') },
  { title: '最近', width: 104, render: (_, { activeAt }) => instant(activeAt) },
];

/** An issue in a few lines, instead of a table row on a phone. */
const IssueItem = ({ issue }: { issue: IssueRow }) => (
  <Link to={`/issues/${issue.id}`} className="card-link">
    <div className="item-top">
      <span className="item-title">{issue.title}</span>
    </div>
    <IssueTags issue={issue} />
    <div className="item-line quiet">
      {issue.tickets}件 {issue.citizens}人<span className="item-end">{instant(issue.activeAt)}</span>
    </div>
  </Link>
);

export function IssueList({ pages }: { pages: Pages<IssueRow> }) {
  const navigate = useNavigate();
  return (
    <PagedTable<IssueRow>
      columns={columns}
      pages={pages}
      widthPx={940}
      empty="没有符合条件的热点"
      card={(issue) => <IssueItem key={issue.id} issue={issue} />}
      onRow={({ id }) => ({ onDoubleClick: () => void navigate(`/issues/${id}`) })}
    />
  );
}
