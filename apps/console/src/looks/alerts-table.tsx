import type { TableColumnsType } from 'antd';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { AlertItem } from './alert-item';
import { AlertVerdict } from './alert-verdict';

type Alert = ListItem<'GET /api/look-alerts'>;

const columns: TableColumnsType<Alert> = [
  { title: '时间', width: 170, render: (_, { at }) => fullInstant(at) },
  { title: '人员', width: 200, render: (_, { who }) => who.name },
  { title: '一小时内', width: 180, render: (_, { kind, looks }) => `${lookKinds[kind].label}${looks}次` },
  { title: '核实结果', render: (_, alert) => <AlertVerdict alert={alert} /> },
];

/** Alerts of one kind, newest first. */
export function AlertsTable({ state }: { state: 'open' | 'settled' }) {
  const pages = usePages('GET /api/look-alerts', { query: { state } });
  return (
    <PagedTable<Alert>
      columns={columns}
      pages={pages}
      widthPx={760}
      card={(alert) => <AlertItem key={alert.id} alert={alert} />}
      empty={state === 'open' ? '没有待核实的提示' : '没有记录'}
    />
  );
}
