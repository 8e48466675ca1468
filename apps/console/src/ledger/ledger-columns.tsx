import { Tag, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { ListItem } from '#http-api/list-route';
import { assignmentStates } from '#ticket/assignment-state';
import { resolutions } from '#ticket/finding';
import { partKinds } from '#ticket/part-kind';
import { satisfactions } from '#ticket/rating';
import { timeliness, type Timeliness } from '#ticket/timeliness';
import { TicketLink } from '../parts/ticket-link';
import { instant } from '../words/instant';

export type LedgerRow = ListItem<'GET /api/handling-ledger'>;

const tones: Partial<Record<Timeliness, string>> = { late: 'red', 'in-time': 'green' };
const at = (told: string | null): string => (told === null ? '—' : instant(told));
const times = (count: number): string => (count === 0 ? '—' : `${count}次`);

/** Two facts of a part, one below the other: fourteen side by side fit on no screen. */
const both = (title: string, width: number, of: (row: LedgerRow) => readonly [above: ReactNode, below: ReactNode]) => ({
  title,
  width,
  render: (_: unknown, row: LedgerRow) => {
    const [above, below] = of(row);
    return (
      <>
        {above}
        <div className="quiet">{below}</div>
      </>
    );
  },
});

const roundWords = (round: number): string => (round > 1 ? ` 第${round}轮` : '');

/** What the ledger shows of each part. */
export const ledgerColumns: TableColumnsType<LedgerRow> = [
  {
    title: '工单',
    render: (_, row) => <TicketLink of={row} />,
  },
  both('事项、区域', 124, ({ category, area }) => [category?.name ?? '—', area?.name ?? '—']),
  both('承办单位', 140, ({ department, handles, round, state }) => [
    department.name,
    `${partKinds[handles].label}${roundWords(round)}　${assignmentStates[state].label}`,
  ]),
  both('派单、到期', 108, ({ dispatchedAt, dueAt }) => [at(dispatchedAt), at(dueAt)]),
  both('签收、联系', 108, ({ signedAt, contactedAt }) => [at(signedAt), at(contactedAt)]),
  both('反馈、结果', 108, ({ answeredAt, resolution }) => [
    at(answeredAt),
    resolution ? resolutions[resolution].label : '—',
  ]),
  both('延期、退单', 88, ({ extensions, returns }) => [times(extensions), times(returns)]),
  {
    title: '满意度',
    width: 92,
    render: (_, { satisfaction }) => (satisfaction ? satisfactions[satisfaction].label : '—'),
  },
  {
    title: '是否按期',
    width: 84,
    render: (_, row) => <Tag color={tones[row.timeliness]}>{timeliness[row.timeliness].label}</Tag>,
  },
];
