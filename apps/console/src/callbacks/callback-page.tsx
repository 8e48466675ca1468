import { Checkbox, Flex, Segmented, Select } from 'antd';
import { useState } from 'react';
import { callbackTurns, type CallbackTurn } from '#ticket/callback-outcome';
import type { RouteRequest } from '#http-api/routes';
import type { MoveName } from '#ticket/transition';
import { usePages } from '../api/use-pages';
import { TicketItem } from '../parts/ticket-item';
import { Workbench } from '../parts/workbench';
import { TicketPane } from '../ticket/ticket-pane';
import { optionsOf } from '../words/options';
import { CallbackFoot } from './callback-foot';
import { CallScript } from './call-script';
import { endOfToday } from './end-of-today';
import { ImportResults } from './import-results';

type Waiting = NonNullable<NonNullable<RouteRequest<'GET /api/callbacks'>['query']>['waiting']>;

const featured: Record<Waiting, readonly MoveName[]> = {
  call: ['rate', 'callbackAttempt'],
  judgement: ['judge'],
};

const lists: { value: Waiting; label: string }[] = [
  { value: 'call', label: '待回访' },
  { value: 'judgement', label: '待认定' },
];

/** The hotline asks the citizen; bad ratings wait for a verdict in the second list. */
export function CallbackPage() {
  const [waiting, setWaiting] = useState<Waiting>('call');
  const [turn, setTurn] = useState<CallbackTurn>();
  const [isToday, setToday] = useState(false);
  const isCalls = waiting === 'call';
  const query = { waiting, turn: isCalls ? turn : undefined, due: isToday ? endOfToday(new Date()) : undefined };
  const pages = usePages('GET /api/callbacks', { query });
  const filters = (
    <Flex vertical gap={8}>
      <Segmented block options={lists} value={waiting} onChange={setWaiting} />
      {isCalls && (
        <Select
          allowClear
          aria-label="回访时机"
          placeholder="全部时机"
          options={optionsOf(callbackTurns)}
          value={turn}
          onChange={setTurn}
        />
      )}
      <Checkbox checked={isToday} onChange={(event) => setToday(event.target.checked)}>
        只看今天到期的
      </Checkbox>
      <ImportResults />
    </Flex>
  );
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ id }) => id}
      keyOf={({ id }) => id}
      filters={filters}
      empty={isCalls ? '没有待回访的工单' : '没有待认定的评价'}
      item={(call) => <TicketItem ticket={call} foot={isCalls && <CallbackFoot call={call} />} />}
      pane={(id, next) => (
        <TicketPane
          id={id}
          featured={featured[waiting]}
          onDone={next}
          first={isCalls ? (ticket) => <CallScript key={id} ticket={ticket} onDone={next} /> : undefined}
        />
      )}
    />
  );
}
