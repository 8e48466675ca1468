import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { channels } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import { awaitsHandling } from '../words/awaits-handling';
import { instant } from '../words/instant';
import { AlertFlag } from './alert-flag';
import { Due } from './due';
import type { TicketRow } from './list-row';
import { NudgeMark } from './nudge-mark';
import { SensitiveTags } from './sensitive-tags';
import { StateTag } from './state-tag';
import { UrgencyTag } from './urgency-tag';

const holderWords = ({ holder }: TicketRow): string => holder?.department?.name ?? holder?.label ?? '—';

/** What a list of tickets shows of each. */
export const ticketColumns: TableColumnsType<TicketRow> = [
  {
    title: '工单号',
    width: 160,
    render: (_, row) => (
      <Link to={`/tickets/${row.id}`} className="number">
        {row.number}
      </Link>
    ),
  },
  {
    title: '标题',
    render: (_, row) => (
      <Link to={`/tickets/${row.id}`} className="cell-title">
        <UrgencyTag urgency={row.urgency} />
        {row.title} <NudgeMark nudges={row.nudges} /> <SensitiveTags ticket={row} />
      </Link>
    ),
  },
  { title: '状态', width: 120, render: (_, row) => <StateTag state={row.state} round={row.round} /> },
  { title: '类型', width: 56, render: (_, row) => ticketTypes[row.type].label },
  { title: '来源', width: 84, render: (_, row) => channels[row.channel].label },
  { title: '区域', width: 92, ellipsis: true, render: (_, row) => row.area?.name ?? '—' },
  { title: '当前责任人', width: 128, ellipsis: true, render: (_, row) => holderWords(row) },
  { title: '亮牌', width: 68, render: (_, row) => <AlertFlag alert={row.alert} /> },
  {
    title: '办理到期',
    width: 108,
    render: (_, row) => (awaitsHandling(row.state) ? <Due at={row.dueAt} /> : '—'),
  },
  { title: '登记时间', width: 104, render: (_, row) => instant(row.registeredAt) },
];
