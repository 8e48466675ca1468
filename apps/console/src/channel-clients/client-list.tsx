import { Button, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { channels } from '#ticket/channel';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { clientDialogs } from './client-dialogs';
import type { ClientRow } from './client-row';

type DialogName = keyof typeof clientDialogs;

const channelWords = (client: ClientRow): string =>
  [...client.channels.map((name) => channels[name].label), ...(client.readsReports ? ['读取报表'] : [])].join('、');
const addressWords = ({ addresses }: ClientRow): string => addresses.join('、') || '不限';

const columns: TableColumnsType<ClientRow> = [
  { title: '名称', width: 180, ellipsis: true, dataIndex: 'name' },
  { title: '用途', render: (_, client) => channelWords(client) },
  { title: '许可地址', width: 200, render: (_, client) => addressWords(client) },
  { title: '系统代号', width: 120, ellipsis: true, render: (_, { system }) => system ?? '—' },
  { title: '最近使用', width: 120, render: (_, { lastUsedAt }) => (lastUsedAt ? instant(lastUsedAt) : '从未') },
  { title: '失效时间', width: 120, render: (_, { expiresAt }) => (expiresAt ? instant(expiresAt) : '长期') },
  { title: '添加时间', width: 104, render: (_, { madeAt }) => instant(madeAt) },
  { title: '操作', width: 320, render: (_, client) => <ClientButtons client={client} /> },
];

function ClientButtons({ client }: { client: ClientRow }) {
  const [name, open] = useState<DialogName | null>(null);
  if (client.revokedAt) return <Tag className="tag">{`${instant(client.revokedAt)} 停用`}</Tag>;
  const chosen = name && clientDialogs[name];
  return (
    <>
      {(Object.keys(clientDialogs) as DialogName[]).map((key) => (
        <Button key={key} type="link" size="small" danger={key === 'revoke'} onClick={() => open(key)}>
          {clientDialogs[key].label}
        </Button>
      ))}
      {chosen && <chosen.Dialog client={client} close={() => open(null)} />}
    </>
  );
}

/** A client in a few lines, instead of a table row on a phone. */
const ClientItem = ({ client }: { client: ClientRow }) => (
  <section className="card-link" aria-label={client.name}>
    <div className="item-top">
      <span className="item-title">{client.name}</span>
    </div>
    <div className="item-line">{channelWords(client)}</div>
    <div className="item-line quiet">
      许可地址 {addressWords(client)}
      <span className="item-end">
        <ClientButtons client={client} />
      </span>
    </div>
  </section>
);

/** Other systems, newest first. */
export function ClientList({ state }: { state: 'active' | 'revoked' }) {
  const pages = usePages('GET /api/channel-clients', { query: { state } });
  return (
    <PagedTable<ClientRow>
      columns={columns}
      pages={pages}
      widthPx={1_320}
      empty={state === 'active' ? '还没有接入方' : '没有停用的接入方'}
      card={(client) => <ClientItem key={client.id} client={client} />}
    />
  );
}
