import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { AddClient } from './add-client';
import { ClientList } from './client-list';

const lists = [
  { value: 'active', label: '使用中' },
  { value: 'revoked', label: '已停用' },
] as const;

type Shown = (typeof lists)[number]['value'];

/** Which other systems bring tickets and calls, and their keys. */
export function ChannelClientsPage() {
  const [shown, setShown] = useState<Shown>('active');
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => setAdding(true)}>
          新增接入方
        </Button>
        <Segmented<Shown> options={[...lists]} value={shown} onChange={setShown} />
        <a href="/api/docs" target="_blank" rel="noopener" className="quiet">
          接口说明
        </a>
      </div>
      <ClientList state={shown} />
      {isAdding && <AddClient close={() => setAdding(false)} />}
    </div>
  );
}
