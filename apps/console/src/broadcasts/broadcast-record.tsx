import { Tabs, type TableColumnsType } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import type { BroadcastRow } from './broadcast-row';

type Version = ListItem<'GET /api/broadcasts/:id/versions'>;
type Reading = ListItem<'GET /api/broadcasts/:id/readings'>;

const versionColumns: TableColumnsType<Version> = [
  { title: '版本', width: 56, dataIndex: 'version' },
  { title: '口径', render: (_, { text }) => <span className="broadcast-text">{text}</span> },
  { title: '发布', width: 170, render: (_, { by, at }) => `${by.name} ${fullInstant(at)}` },
];
const readingColumns: TableColumnsType<Reading> = [
  { title: '姓名', render: (_, { reader }) => reader.name },
  { title: '版本', width: 56, dataIndex: 'version' },
  { title: '已阅时间', width: 170, render: (_, { at }) => fullInstant(at) },
];

/** How it was worded, and who has read which wording. */
export function BroadcastRecord({ row, close }: { row: BroadcastRow; close(): void }) {
  const mayRead = mayCall('GET /api/broadcasts/:id/readings', useUser().roles);
  const items = [
    { key: 'versions', label: '各版本', children: <Versions id={row.id} /> },
    ...(mayRead
      ? [{ key: 'readings', label: `已阅（${row.readers} / ${row.agents}人）`, children: <Readings id={row.id} /> }]
      : []),
  ];
  return (
    <Dialog title={row.title} width={720} close={close}>
      <Tabs items={items} />
    </Dialog>
  );
}

const Versions = ({ id }: { id: string }) => (
  <PagedTable<Version>
    rowKey="version"
    columns={versionColumns}
    pages={usePages('GET /api/broadcasts/:id/versions', { params: { id } })}
    widthPx={560}
    empty="没有版本"
  />
);

const Readings = ({ id }: { id: string }) => (
  <PagedTable<Reading>
    rowKey={({ reader, version }) => `${reader.id}/${version}`}
    columns={readingColumns}
    pages={usePages('GET /api/broadcasts/:id/readings', { params: { id } })}
    widthPx={420}
    empty="还没有人阅知"
  />
);
