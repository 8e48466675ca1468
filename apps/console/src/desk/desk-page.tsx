import { Flex, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { RouteRequest } from '#http-api/routes';
import { assignmentStateNames, assignmentStates } from '#ticket/assignment-state';
import { alerts } from '#ticket/clock-kind';
import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import type { MoveAnswer } from '../moves/use-move-submit';
import { Workbench } from '../parts/workbench';
import { RequestsCard } from '../ticket/requests-card';
import { TicketPane } from '../ticket/ticket-pane';
import { DeskItem } from './desk-item';
import { DeskOrders } from './desk-orders';
import { deskTabs, type DeskTab } from './desk-tabs';

type Query = NonNullable<RouteRequest<'GET /api/assignments'>['query']>;

const featured: readonly MoveName[] = [
  'sign',
  'coSign',
  'reply',
  'coReply',
  'contact',
  'interimReport',
  'subDispatch',
  'return',
  'coReturn',
];

const flags = (['yellow', 'red'] as const).map((alert) => ({ value: alert, label: alerts[alert].label }));

/** The department's desk: its own parts and those of its units, the most pressing first. */
export function DeskPage() {
  const [tab, setTab] = useState<DeskTab>('waiting');
  const [alert, setAlert] = useState<Query['alert']>();
  const state = assignmentStateNames.find((name) => name === tab);
  const pages = usePages('GET /api/assignments', { query: { state, alert } });
  const filters = (
    <Flex vertical gap={8}>
      <DeskOrders />
      <Segmented options={deskTabs} value={tab} onChange={setTab} />
      <Select allowClear placeholder="全部预警" options={flags} value={alert} onChange={setAlert} />
    </Flex>
  );
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ ticketId }) => ticketId}
      keyOf={({ id }) => id}
      filters={filters}
      empty={tab === 'all' ? '没有工单' : `没有${assignmentStates[tab].label}的工单`}
      item={(row) => <DeskItem row={row} />}
      pane={(id, next) => (
        // What stays in the list stays open: a first contact is followed by the reply to the same citizen.
        <TicketPane
          id={id}
          featured={featured}
          onDone={(answer) => (hasLeft(tab, answer) ? next() : undefined)}
          first={(ticket) => <RequestsCard ticket={ticket} />}
        />
      )}
    />
  );
}

const hasLeft = (tab: DeskTab, answer: MoveAnswer): boolean =>
  tab !== 'all' && !('state' in answer && answer.state === tab);
