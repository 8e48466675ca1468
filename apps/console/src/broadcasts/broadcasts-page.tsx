import { App, Button, Popconfirm, Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { broadcastStates, type BroadcastState } from '#http-api/broadcast-shapes';
import { problemWords } from '../api/problem-words';
import { usePages } from '../api/use-pages';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { instant } from '../words/instant';
import { aboutOf } from './about';
import { BroadcastEditor } from './broadcast-editor';
import { BroadcastRecord } from './broadcast-record';
import type { BroadcastRow } from './broadcast-row';
import './broadcasts.css';

const lists = [
  { value: 'standing', label: '生效与待生效' },
  { value: 'all', label: '全部' },
] as const;
type Shown = (typeof lists)[number]['value'];
type Open = (row: BroadcastRow, what: 'edit' | 'record') => void;

const tones: Record<BroadcastState, string | undefined> = {
  upcoming: 'blue',
  'in-force': 'green',
  over: undefined,
  withdrawn: undefined,
};
const StateOf = ({ state }: { state: BroadcastState }) => (
  <Tag color={tones[state]} className="tag">
    {broadcastStates[state].label}
  </Tag>
);

const columnsOf = (open: Open): TableColumnsType<BroadcastRow> => [
  { title: '状态', width: 80, render: (_, { state }) => <StateOf state={state} /> },
  {
    title: '口径',
    render: (_, { title, text, version }) => (
      <>
        <strong>{title}</strong>
        {version > 1 && <span className="quiet">　第{version}版</span>}
        <div className="broadcast-text">{text}</div>
      </>
    ),
  },
  { title: '适用', width: 150, render: (_, row) => aboutOf(row) },
  { title: '有效期', width: 130, render: (_, row) => <Validity row={row} /> },
  { title: '已阅', width: 90, align: 'right', render: (_, { readers, agents }) => `${readers} / ${agents}人` },
  { title: '操作', width: 170, render: (_, row) => <Buttons row={row} open={open} /> },
];

const Validity = ({ row: { validFrom, validTo } }: { row: BroadcastRow }) => (
  <>
    {instant(validFrom)} 起
    <br />至 {instant(validTo)}
  </>
);

/** 统一口径: what everybody is to answer, who says so, and who has read it. */
export function BroadcastsPage() {
  const { roles } = useUser();
  const [shown, show] = useKept<Shown>('broadcasts', 'standing');
  const [opened, setOpened] = useState<{ row: BroadcastRow; what: 'edit' | 'record' } | 'new' | null>(null);
  const pages = usePages('GET /api/broadcasts', { query: { state: shown } });
  const close = (): void => setOpened(null);
  const open: Open = (row, what) => setOpened({ row, what });
  return (
    <div className="page">
      <div className="page-filters">
        {mayCall('POST /api/broadcasts', roles) && (
          <Button type="primary" onClick={() => setOpened('new')}>
            发布口径
          </Button>
        )}
        <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        <span className="quiet">发布后立即显示在话务员的页面上，登记相符的诉求时再次提示。</span>
      </div>
      <PagedTable<BroadcastRow>
        columns={columnsOf(open)}
        pages={pages}
        widthPx={900}
        empty="没有统一口径"
        card={(row) => <BroadcastItem key={row.id} row={row} open={open} />}
      />
      {opened === 'new' && <BroadcastEditor close={close} />}
      {opened && opened !== 'new' && opened.what === 'edit' && <BroadcastEditor broadcast={opened.row} close={close} />}
      {opened && opened !== 'new' && opened.what === 'record' && <BroadcastRecord row={opened.row} close={close} />}
    </div>
  );
}

const BroadcastItem = ({ row, open }: { row: BroadcastRow; open: Open }) => (
  <section className="card-link" aria-label={row.title}>
    <div className="item-top">
      <StateOf state={row.state} />
      <span className="item-title">{row.title}</span>
    </div>
    <div className="broadcast-text">{row.text}</div>
    <div className="item-line quiet">
      {aboutOf(row)}
      <span className="item-end">
        <Buttons row={row} open={open} />
      </span>
    </div>
  </section>
);

function Buttons({ row, open }: { row: BroadcastRow; open: Open }) {
  const { roles } = useUser();
  const { message } = App.useApp();
  const withdraw = useWrite('POST /api/broadcasts/:id/withdraw');
  const isStanding = row.state === 'in-force' || row.state === 'upcoming';
  const send = (): void =>
    void withdraw
      .mutateAsync({ params: { id: row.id }, version: row.version, body: {} })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <>
      <Button type="link" size="small" onClick={() => open(row, 'record')}>
        记录
      </Button>
      {isStanding && mayCall('PUT /api/broadcasts/:id', roles) && (
        <>
          <Button type="link" size="small" onClick={() => open(row, 'edit')}>
            修订
          </Button>
          <Popconfirm title="确定撤回该口径？" onConfirm={send} okText="撤回" cancelText="取消">
            <Button type="link" size="small" danger loading={withdraw.isPending}>
              撤回
            </Button>
          </Popconfirm>
        </>
      )}
    </>
  );
}
