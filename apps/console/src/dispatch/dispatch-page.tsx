import { Segmented } from 'antd';
import { useState } from 'react';
import { states } from '#ticket/state';
import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import { TicketItem } from '../parts/ticket-item';
import { Workbench } from '../parts/workbench';
import { TicketPane } from '../ticket/ticket-pane';

const featured: readonly MoveName[] = ['dispatch', 'letRoute', 'askMore', 'complete', 'refer', 'returnUp'];

/** What waits for the dispatcher; returned tickets have their own page. */
const queues = ['registered', 'incomplete'] as const;
type Queue = (typeof queues)[number];

/** Tickets that found no department by themselves, were held back, or came back. */
export function DispatchPage() {
  const [state, setState] = useState<Queue>('registered');
  const pages = usePages('GET /api/tickets', { query: { state, sort: 'registeredAt' } });
  const options = queues.map((queue) => ({ value: queue, label: states[queue].label }));
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ id }) => id}
      keyOf={({ id }) => id}
      filters={<Segmented block options={options} value={state} onChange={setState} />}
      empty={`没有${states[state].label}的工单`}
      item={(ticket) => <TicketItem ticket={ticket} />}
      pane={(id, next) => <TicketPane id={id} featured={featured} onDone={next} />}
    />
  );
}
