import { Button, type TableColumnsType } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ListItem } from '#http-api/list-route';
import { dutyMatterKinds } from '#ticket/duty';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DecideButton } from '../parts/decide-button';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { MatterDialog } from './matter-dialog';

export type Matter = ListItem<'GET /api/duty-matters'>;

const span = ({ fromAt, untilAt }: Matter): string =>
  fromAt || untilAt ? `${fromAt ? instant(fromAt) : ''} 至 ${untilAt ? instant(untilAt) : '未定'}` : '—';

const columnsFor = (edit: (matter: Matter) => void): TableColumnsType<Matter> => [
  { title: '种类', width: 90, render: (_, { kind }) => dutyMatterKinds[kind].label },
  { title: '区域', width: 160, ellipsis: true, render: (_, { area }) => area?.name ?? '—' },
  { title: '内容', ellipsis: true, dataIndex: 'text' },
  { title: '起止', width: 220, render: (_, matter) => span(matter) },
  { title: '登记', width: 190, render: (_, { by, at }) => `${by.name}　${instant(at)}` },
  {
    title: '操作',
    width: 130,
    render: (_, matter) =>
      matter.endedAt === null && (
        <>
          <Button size="small" type="link" onClick={() => edit(matter)}>
            修改
          </Button>
          <DecideButton
            route="POST /api/duty-matters/:id/end"
            id={matter.id}
            label="办结"
            reads="GET /api/duty-matters"
          />
        </>
      ),
  },
];

interface MatterTableProps {
  readonly state: 'open' | 'closed';
  readonly switcher: ReactNode;
}

/** What is told by hand: outages of the city, tasks for the next shift. */
export function MatterTable({ state, switcher }: MatterTableProps) {
  const { roles } = useUser();
  const [edited, edit] = useState<Matter | 'new' | null>(null);
  const pages = usePages('GET /api/duty-matters', { query: { state } });
  const mayTell = mayCall('POST /api/duty-matters', roles);
  const columns = columnsFor(edit).slice(0, mayTell ? undefined : -1);
  return (
    <>
      <div className="page-filters">
        {mayTell && (
          <Button type="primary" onClick={() => edit('new')}>
            登记事项
          </Button>
        )}
        {switcher}
        <span className="quiet">停水停电通知和交办事项，办结前逐班移交。</span>
      </div>
      <PagedTable<Matter> columns={columns} pages={pages} widthPx={980} empty="没有事项" />
      {edited && <MatterDialog matter={edited === 'new' ? null : edited} close={() => edit(null)} />}
    </>
  );
}
