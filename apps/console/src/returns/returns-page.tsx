import { useState } from 'react';
import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import { RequestBench } from '../requests/request-bench';
import { ReturnCard } from './return-card';
import { ReturnItem } from './return-item';
import { returnStates, type ReturnState } from './return-states';

const featured: readonly MoveName[] = ['uphold', 'rejectReturn', 'arbitrate', 'askMore', 'refer', 'returnUp'];

/** What departments want to return: uphold, reject, or arbitrate at the second time. */
export function ReturnsPage() {
  const [state, setState] = useState<ReturnState>('pending');
  const pages = usePages('GET /api/returns', { query: { state } });
  return (
    <RequestBench
      pages={pages}
      states={returnStates}
      state={state}
      show={setState}
      what="退单"
      item={(row) => <ReturnItem row={row} />}
      card={(row) => <ReturnCard key={row.id} row={row} />}
      featured={featured}
    />
  );
}
