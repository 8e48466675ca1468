import { Table, type TableColumnsType } from 'antd';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '../api/list-route';
import { problemWords } from '../api/problem-words';
import { usePages } from '../api/use-pages';
import { FailedNotice } from '../parts/failed-notice';
import { More } from '../parts/more';
import { fullInstant } from '../words/instant';
import { SettleAlert } from './settle-alert';

type Alert = ListItem<'GET /api/look-alerts'>;

const columns: TableColumnsType<Alert> = [
  { title: '时间', width: 170, render: (_, { at }) => fullInstant(at) },
  { title: '人员', width: 200, render: (_, { who }) => who.name },
  { title: '一小时内', width: 180, render: (_, { kind, looks }) => `${lookKinds[kind].label}${looks}次` },
  {
    title: '核实结果',
    render: (_, alert) =>
      alert.settledAt ? (
        <span>
          {alert.note}{' '}
          <span className="quiet">
            {alert.settledBy}，{fullInstant(alert.settledAt)}
          </span>
        </span>
      ) : (
        <SettleAlert id={alert.id} />
      ),
  },
];

/** Alerts of one kind, newest first. */
export function AlertsTable({ state }: { state: 'open' | 'settled' }) {
  const pages = usePages('GET /api/look-alerts', { query: { state } });
  return (
    <>
      {pages.error && <FailedNotice text={problemWords(pages.error)} again={pages.again} />}
      <Table<Alert>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={pages.items}
        loading={pages.isLoading}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{ emptyText: state === 'open' ? '没有待核实的提示' : '没有记录' }}
      />
      <More {...pages} />
    </>
  );
}
