import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '../api/list-route';
import { problemWords } from '../api/problem-words';
import { usePages } from '../api/use-pages';
import { FailedNotice } from '../parts/failed-notice';
import { More } from '../parts/more';
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
  return (
    <>
      {pages.error && <FailedNotice text={problemWords(pages.error)} again={pages.again} />}
      <Table<Look>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={pages.items}
        loading={pages.isLoading}
        pagination={false}
        scroll={{ x: 640 }}
        locale={{ emptyText: '没有记录' }}
      />
      <More {...pages} />
    </>
  );
}
