import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag, type TableColumnsType } from 'antd';
import { useEffect, useState } from 'react';
import { callStates } from '#ticket/call';
import { refreshCalls } from '../api/live-routes';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import type { CallRow } from './call-row';
import { CalledBack } from './called-back';
import type { CallListName } from './calls-page';
import { useClaim } from './use-claim';

/** The queue is everybody's: it is asked for again while somebody looks at it. */
const askAgainMs = 5_000;

const empty: Readonly<Record<CallListName, string>> = {
  waiting: '没有待接手的来电',
  claimed: '没有登记中的来电',
  missed: '没有未接来电',
};

const Holder = ({ call: { claimedBy, isStale } }: { call: CallRow }) =>
  claimedBy && (
    <>
      {claimedBy.name} {isStale && <Tag color="gold">已离开，可接手</Tag>}
    </>
  );

const Number = ({ call: { phone, restriction } }: { call: CallRow }) => (
  <>
    <span className="number">{phone ?? '号码未显示'}</span> {restriction && <Tag color="gold">骚扰限制</Tag>}
  </>
);

const times = ({ count, since }: CallRow): string => (count > 1 ? `${count}次，自 ${instant(since)}` : '1次');

function CallButtons({ call, state }: { call: CallRow; state: CallListName }) {
  const { claim, isBusy } = useClaim();
  const [isCallingBack, setCallingBack] = useState(false);
  const isFree = call.claimedBy === null || call.isStale || call.draftId !== null;
  return (
    <>
      {isFree && (
        <Button type="link" size="small" loading={isBusy} onClick={() => void claim(call.id)}>
          {state === 'missed' ? '回拨登记' : call.draftId ? '继续登记' : '接手'}
        </Button>
      )}
      {state === 'missed' && isFree && (
        <Button type="link" size="small" onClick={() => setCallingBack(true)}>
          回拨结果
        </Button>
      )}
      {isCallingBack && <CalledBack call={call} close={() => setCallingBack(false)} />}
    </>
  );
}

const columnsOf = (state: CallListName): TableColumnsType<CallRow> => [
  { title: '号码', width: 200, render: (_, call) => <Number call={call} /> },
  { title: '时间', width: 120, render: (_, { at }) => instant(at) },
  ...(state === 'missed'
    ? [
        { title: '来电', width: 180, render: (_: unknown, call: CallRow) => times(call) },
        {
          title: '已回拨',
          width: 90,
          render: (_: unknown, { callBacks }: CallRow) => (callBacks > 0 ? `${callBacks}次未通` : '—'),
        },
      ]
    : [
        { title: '状态', width: 90, render: (_: unknown, call: CallRow) => callStates[call.state].label },
        { title: '分机', width: 90, render: (_: unknown, { extension }: CallRow) => extension ?? '—' },
      ]),
  { title: '接手人', render: (_, call) => <Holder call={call} /> },
  { title: '操作', width: 190, render: (_, call) => <CallButtons call={call} state={state} /> },
];

/** A call in a few lines, instead of a table row on a phone. */
const CallItem = ({ call, state }: { call: CallRow; state: CallListName }) => (
  <section className="card-link" aria-label={call.phone ?? '号码未显示'}>
    <div className="item-top">
      <span className="item-title number">{call.phone ?? '号码未显示'}</span>
      <span className="quiet">{state === 'missed' ? times(call) : callStates[call.state].label}</span>
    </div>
    <div className="item-line quiet">
      {instant(call.at)} <Holder call={call} />
      <span className="item-end">
        <CallButtons call={call} state={state} />
      </span>
    </div>
  </section>
);

export function CallList({ state }: { state: CallListName }) {
  const client = useQueryClient();
  const pages = usePages('GET /api/calls', { query: { state } });
  useEffect(() => {
    const timer = window.setInterval(() => refreshCalls(client), askAgainMs);
    return () => window.clearInterval(timer);
  }, [client]);
  return (
    <PagedTable<CallRow>
      columns={columnsOf(state)}
      pages={pages}
      widthPx={760}
      empty={empty[state]}
      card={(call) => <CallItem key={call.id} call={call} state={state} />}
    />
  );
}
