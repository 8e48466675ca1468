import type { TableColumnsType } from 'antd';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '../api/list-route';
import { usePages } from '../api/use-pages';
import { Paged } from '../parts/paged';
import { RowTable } from '../parts/row-table';
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
    <Paged pages={pages}>
      <RowTable<Alert>
        columns={columns}
        rows={pages.items}
        isLoading={pages.isLoading}
        widthPx={760}
        empty={state === 'open' ? '没有待核实的提示' : '没有记录'}
      />
    </Paged>
  );
}
