import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '../api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';

type Look = ListItem<'GET /api/looks'>;

const columns: TableColumnsType<Look> = [
  { title: '时间', width: 170, render: (_, { at }) => fullInstant(at) },
  { title: '人员', width: 200, render: (_, { who }) => who.name },
  { title: '方式', width: 140, render: (_, { kind }) => lookKinds[kind].label },
  { title: '工单', render: (_, { ticketId, number }) => <Link to={`/tickets/${ticketId}`}>{number}</Link> },
];

/** Every look, newest first; why, the ticket's own history says. */
export function LooksTable() {
  const pages = usePages('GET /api/looks');
  return <PagedTable<Look> columns={columns} pages={pages} widthPx={640} empty="没有记录" />;
}
