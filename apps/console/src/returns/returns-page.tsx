import { Segmented } from 'antd';
import { useState } from 'react';
import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import { Workbench } from '../parts/workbench';
import { TicketPane } from '../ticket/ticket-pane';
import { ReturnCard } from './return-card';
import { ReturnItem } from './return-item';
import { returnStates, type ReturnState } from './return-states';
import { optionsOf } from '../words/options';

const featured: readonly MoveName[] = ['uphold', 'rejectReturn', 'arbitrate', 'askMore', 'refer', 'returnUp'];
const tabs = optionsOf(returnStates) as { value: ReturnState; label: string }[];

/** What departments want to return: uphold, reject, or arbitrate at the second time. */
export function ReturnsPage() {
  const [state, setState] = useState<ReturnState>('pending');
  const pages = usePages('GET /api/returns', { query: { state } });
  const cardOf = (id: string) => {
    const row = pages.items.find(({ ticketId }) => ticketId === id);
    return row && <ReturnCard row={row} />;
  };
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ ticketId }) => ticketId}
      keyOf={({ id }) => id}
      filters={<Segmented block options={tabs} value={state} onChange={setState} />}
      empty={`没有${returnStates[state].label}的退单`}
      item={(row) => <ReturnItem row={row} />}
      pane={(id, next) => <TicketPane id={id} featured={featured} onDone={next} first={cardOf(id)} />}
    />
  );
}
