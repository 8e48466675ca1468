import { Tag } from 'antd';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { supervisionLevels, supervisionStates, type SupervisionState } from '#ticket/supervision';
import { Due } from '../parts/due';

/** What both ledgers say of an order. */
type Told = Pick<
  ListItem<'GET /api/supervisions'>,
  'id' | 'documentNumber' | 'ticketId' | 'ticket' | 'mainTo' | 'level' | 'state' | 'dueAt' | 'alert'
>;

const tones: Partial<Record<SupervisionState, string>> = { draft: 'gold', signed: 'red', answered: 'blue' };

/** The columns that both ledgers have. */
export const orderColumns = [
  {
    title: '文号',
    width: 165,
    render: (_: unknown, { id, documentNumber }: Told) => (
      <Link to={`/supervisions/${id}`}>{documentNumber ?? '草稿'}</Link>
    ),
  },
  {
    title: '状态',
    width: 80,
    render: (_: unknown, { state }: Told) => <Tag color={tones[state]}>{supervisionStates[state].label}</Tag>,
  },
  { title: '级别', width: 85, render: (_: unknown, { level }: Told) => supervisionLevels[level].label },
  {
    title: '工单',
    render: (_: unknown, { ticketId, ticket }: Told) => <Link to={`/tickets/${ticketId}`}>{ticket.title}</Link>,
  },
  { title: '主送', width: 115, render: (_: unknown, { mainTo }: Told) => mainTo.name },
  {
    title: '反馈期限',
    width: 170,
    render: (_: unknown, { state, dueAt, alert }: Told) =>
      state === 'signed' ? <Due at={dueAt} alert={alert} /> : null,
  },
];
