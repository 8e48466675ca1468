import { Flex, Segmented, Select } from 'antd';
import { useState, type ComponentType } from 'react';
import type { RouteRequest } from '#http-api/routes';
import { assignmentStateNames, assignmentStates } from '#ticket/assignment-state';
import { alerts } from '#ticket/clock-kind';
import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import type { MoveAnswer } from '../moves/use-move-submit';
import { Workbench } from '../parts/workbench';
import { RequestsCard } from '../ticket/requests-card';
import { TicketPane } from '../ticket/ticket-pane';
import { DeskItem } from './desk-item';
import { DeskOrders } from './desk-orders';
import { deskTabs, type DeskTab } from './desk-tabs';
import type { ManyParts } from './many-parts';
import { ReplyMany } from './reply-many';
import { SignMany } from './sign-many';
import { useChosenParts } from './use-chosen-parts';

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
  const chosen = useChosenParts(pages.items);
  const OnMany = useOnMany(tab);
  const filters = (
    <Flex vertical gap={8}>
      <DeskOrders />
      <Segmented options={deskTabs} value={tab} onChange={setTab} />
      <Select allowClear placeholder="全部预警" options={flags} value={alert} onChange={setAlert} />
      {OnMany && pages.items.length > 1 && (
        <Flex gap={8} align="center" justify="space-between">
          {chosen.all}
          {chosen.rows.length > 0 && <OnMany rows={chosen.rows} onDone={chosen.clear} />}
        </Flex>
      )}
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
      pick={OnMany && pages.items.length > 1 ? chosen.pick : undefined}
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

/** What is done to many parts in one state, by whoever may. */
function useOnMany(tab: DeskTab): ComponentType<ManyParts> | undefined {
  const { roles } = useUser();
  if (tab === 'waiting') return mayCall('POST /api/assignments/sign', roles) ? SignMany : undefined;
  if (tab === 'working') return mayCall('POST /api/assignments/reply', roles) ? ReplyMany : undefined;
  return undefined;
}

const hasLeft = (tab: DeskTab, answer: MoveAnswer): boolean =>
  tab !== 'all' && !('state' in answer && answer.state === tab);
