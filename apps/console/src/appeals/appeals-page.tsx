import { Card } from 'antd';
import { useState } from 'react';
import { appealStates, type AppealState } from '#ticket/request-state';
import { usePages } from '../api/use-pages';
import { requestMoveNames } from '../moves/asked-request';
import { AlertFlag } from '../parts/alert-flag';
import { RequestBench } from '../requests/request-bench';
import { RequestItem } from '../requests/request-item';
import { instant } from '../words/instant';
import { AppealFacts, type Appeal } from './appeal-facts';

/** 评价申诉: what departments hold against bad ratings, what is due first; departments see what became of their own. */
export function AppealsPage() {
  const [state, setState] = useState<AppealState>('pending');
  const pages = usePages('GET /api/appeals', { query: { state } });
  return (
    <RequestBench
      pages={pages}
      states={appealStates}
      state={state}
      show={setState}
      what="申诉"
      item={(row) => <AppealItem row={row} />}
      card={(row, ticket) => (
        <Card key={row.id} size="small" title={`${row.department.name}申诉`}>
          <AppealFacts row={row} ticket={ticket} />
        </Card>
      )}
      featured={requestMoveNames.appeal}
      requestOf={({ id, state: stands }) => ({ kind: 'appeal', id, state: stands })}
    />
  );
}

const AppealItem = ({ row }: { row: Appeal }) => (
  <RequestItem
    row={row}
    what={row.state === 'pending' && row.dueAt ? `${instant(row.dueAt)} 前裁决` : `第${row.round}轮评价`}
    tags={row.state === 'pending' && <AlertFlag alert={row.alert} />}
  />
);
