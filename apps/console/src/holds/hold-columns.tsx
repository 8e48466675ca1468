import type { TableColumnsType } from 'antd';
import { states } from '#ticket/state';
import { AlertFlag } from '../parts/alert-flag';
import { ByAt } from '../parts/by-at';
import { Due } from '../parts/due';
import { TicketLink } from '../parts/ticket-link';
import { instant } from '../words/instant';
import type { Hold } from './hold-facts';

/** The ledger of what was put aside; only what is open is late. */
export const holdColumns: TableColumnsType<Hold> = [
  {
    title: '复核日期',
    width: 120,
    render: (_, { state, reviewAt, alert }) =>
      state === 'open' ? <Due at={reviewAt} alert={alert} /> : instant(reviewAt),
  },
  { title: '亮牌', width: 68, render: (_, { alert }) => <AlertFlag alert={alert} /> },
  {
    title: '工单',
    render: (_, row) => <TicketLink of={row} />,
  },
  { title: '工单状态', width: 90, render: (_, { ticketState }) => states[ticketState].label },
  { title: '承办单位', width: 110, render: (_, { department }) => department.name },
  { title: '工作计划', width: 240, render: (_, { plan }) => plan },
  { title: '责任人', width: 90, render: (_, { responsible }) => responsible },
  { title: '申请', width: 110, render: (_, { askedBy, askedAt }) => <ByAt by={askedBy} at={askedAt} /> },
  {
    title: '审批',
    width: 100,
    render: (_, { decidedBy, decidedAt }) => decidedBy && decidedAt && <ByAt by={decidedBy} at={decidedAt} />,
  },
];
