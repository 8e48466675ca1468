import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { sendBackReasons } from '#ticket/reason';
import { sampleStates, type SampleState } from '#ticket/review-rule';
import { usePages } from '../api/use-pages';
import { ByAt } from '../parts/by-at';
import { PagedTable } from '../parts/paged-table';
import { TicketLink } from '../parts/ticket-link';
import { instant } from '../words/instant';
import { optionsOf } from '../words/options';
import { SampleDialog } from './sample-dialog';

export type Sample = ListItem<'GET /api/review-samples'>;

const columns: TableColumnsType<Sample> = [
  { title: '自动审核', width: 130, render: (_, { approvedAt }) => instant(approvedAt) },
  { title: '工单', render: (_, row) => <TicketLink of={row} /> },
  { title: '轮次', width: 70, render: (_, { round }) => `第${round}轮` },
  { title: '承办单位', width: 140, render: (_, { department }) => department?.name },
  {
    title: '抽查',
    width: 200,
    render: (_, { state, reasonCode, seenBy, seenAt }) =>
      seenAt && (
        <>
          {reasonCode ? sendBackReasons[reasonCode].label : sampleStates[state].label} <ByAt by={seenBy} at={seenAt} />
        </>
      ),
  },
];

/** 审核抽查: replies that nobody reviewed and that were drawn to be looked at. */
export function ReviewSamplesPage() {
  const [state, show] = useState<SampleState>('waiting');
  const [chosen, choose] = useState<Sample | null>(null);
  const pages = usePages('GET /api/review-samples', { query: { state } });
  const work: TableColumnsType<Sample> = [
    {
      title: '',
      width: 80,
      render: (_, row) => (
        <Button type="link" size="small" onClick={() => choose(row)}>
          {row.state === 'waiting' ? '抽查' : '更正'}
        </Button>
      ),
    },
  ];
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented
          options={optionsOf(sampleStates) as { value: SampleState; label: string }[]}
          value={state}
          onChange={show}
        />
        <span className="quiet">
          免审核的反馈按比例抽取；抽中与否由工单的系统编号算出，可以复核。结论只评审核，不改变工单。
        </span>
      </div>
      <PagedTable<Sample>
        columns={[...columns, ...work]}
        pages={pages}
        widthPx={860}
        empty={`没有${sampleStates[state].label}的反馈`}
      />
      {chosen && <SampleDialog sample={chosen} close={() => choose(null)} />}
    </div>
  );
}
