import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { harassmentStates } from '#http-api/harassment-shapes';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DecideButton } from '../parts/decide-button';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { ApproveMark } from './approve-mark';

type Mark = ListItem<'GET /api/harassment-marks'>;

const columns: TableColumnsType<Mark> = [
  { title: '号码', width: 130, render: (_, { phone }) => <span className="number">{phone}</span> },
  { title: '理由', dataIndex: 'reason' },
  { title: '例证', width: 200, render: (_, { examples }) => examples.join('、') },
  {
    title: '提出',
    width: 180,
    render: (_, { proposedBy, proposedAt }) => `${proposedBy.name} ${fullInstant(proposedAt)}`,
  },
  {
    title: '审批',
    width: 180,
    render: (_, { decidedBy, decidedAt }) => decidedBy && `${decidedBy.name} ${fullInstant(decidedAt ?? '')}`,
  },
  { title: '截止', width: 140, render: (_, { expiresAt }) => expiresAt && fullInstant(expiresAt) },
  { title: '状态', width: 90, render: (_, { state }) => harassmentStates[state].label },
  { title: '', width: 150, render: (_, mark) => <MarkButtons mark={mark} /> },
];

function MarkButtons({ mark }: { mark: Mark }) {
  const [isApproving, setApproving] = useState(false);
  const { roles, id } = useUser();
  const mayDecide = mayCall('POST /api/harassment-marks/:id/approve', roles) && mark.proposedBy.id !== id;
  const reads = 'GET /api/harassment-marks';
  return (
    <>
      {mark.state === 'proposed' && mayDecide && (
        <>
          <Button size="small" type="link" onClick={() => setApproving(true)}>
            批准
          </Button>
          <DecideButton route="POST /api/harassment-marks/:id/refuse" id={mark.id} label="不予批准" reads={reads} />
        </>
      )}
      {mark.state === 'in-force' && (
        <DecideButton route="POST /api/harassment-marks/:id/lift" id={mark.id} label="提前解除" reads={reads} />
      )}
      {isApproving && <ApproveMark id={mark.id} phone={mark.phone} close={() => setApproving(false)} />}
    </>
  );
}

/** A mark in a few lines, instead of a table row on a phone. */
const MarkItem = ({ mark }: { mark: Mark }) => (
  <section className="card-link" aria-label={mark.phone}>
    <div className="item-top">
      <span className="item-title number">{mark.phone}</span>
      <span className="quiet">{harassmentStates[mark.state].label}</span>
    </div>
    <div className="item-line">{mark.reason}</div>
    <div className="item-line quiet">
      {mark.proposedBy.name} 提出{mark.expiresAt && `，至 ${fullInstant(mark.expiresAt)}`}
      <span className="item-end">
        <MarkButtons mark={mark} />
      </span>
    </div>
  </section>
);

export function MarkTable({ state }: { state: 'open' | 'closed' }) {
  const pages = usePages('GET /api/harassment-marks', { query: { state } });
  return (
    <PagedTable<Mark>
      columns={columns}
      pages={pages}
      widthPx={1_180}
      empty="没有骚扰限制"
      card={(mark) => <MarkItem key={mark.id} mark={mark} />}
    />
  );
}
