import { Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { assignmentStates } from '#ticket/assignment-state';
import { resolutions } from '#ticket/finding';
import { partKinds } from '#ticket/part-kind';
import { satisfactions } from '#ticket/rating';
import { timeliness, type Timeliness } from '#ticket/timeliness';
import { instant } from '../words/instant';

export type LedgerRow = ListItem<'GET /api/handling-ledger'>;

const tones: Partial<Record<Timeliness, string>> = { late: 'red', 'in-time': 'green' };

const at = (title: string, of: (row: LedgerRow) => string | null) => ({
  title,
  width: 104,
  render: (_: unknown, row: LedgerRow) => {
    const told = of(row);
    return told === null ? '—' : instant(told);
  },
});

const times = (title: string, of: (row: LedgerRow) => number) => ({
  title,
  width: 56,
  render: (_: unknown, row: LedgerRow) => of(row) || '',
});

/** What the ledger shows of each part. */
export const ledgerColumns: TableColumnsType<LedgerRow> = [
  {
    title: '工单',
    render: (_, { ticketId, number, title }) => (
      <Link to={`/tickets/${ticketId}`} className="cell-title">
        <span className="number">{number}</span>
        <div>{title}</div>
      </Link>
    ),
  },
  { title: '事项', width: 104, ellipsis: true, render: (_, { category }) => category?.name ?? '—' },
  { title: '区域', width: 92, ellipsis: true, render: (_, { area }) => area?.name ?? '—' },
  {
    title: '承办',
    width: 128,
    render: (_, { department, handles, round, state }) => (
      <>
        {department.name}
        <div className="quiet">
          {partKinds[handles].label}
          {round > 1 && ` 第${round}轮`}　{assignmentStates[state].label}
        </div>
      </>
    ),
  },
  at('派单', ({ dispatchedAt }) => dispatchedAt),
  at('到期', ({ dueAt }) => dueAt),
  at('签收', ({ signedAt }) => signedAt),
  at('联系', ({ contactedAt }) => contactedAt),
  at('反馈', ({ answeredAt }) => answeredAt),
  times('延期', ({ extensions }) => extensions),
  times('退单', ({ returns }) => returns),
  { title: '结果', width: 84, render: (_, { resolution }) => resolution && resolutions[resolution].label },
  { title: '满意度', width: 84, render: (_, { satisfaction }) => satisfaction && satisfactions[satisfaction].label },
  {
    title: '是否按期',
    width: 84,
    render: (_, row) => <Tag color={tones[row.timeliness]}>{timeliness[row.timeliness].label}</Tag>,
  },
];
