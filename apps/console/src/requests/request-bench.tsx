import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { MoveName } from '#ticket/transition';
import type { Pages } from '../api/use-pages';
import type { AskedRequest } from '../moves/asked-request';
import type { TicketView } from '../moves/move-target';
import { Workbench } from '../parts/workbench';
import { TicketPane } from '../ticket/ticket-pane';
import { optionsOf } from '../words/options';

interface Asked {
  readonly id: string;
  readonly ticketId: string;
}

interface RequestBenchProps<Row extends Asked, State extends string> {
  readonly pages: Pages<Row>;
  readonly states: Readonly<Record<NoInfer<State>, { readonly label: string }>>;
  readonly state: State;
  show(state: NoInfer<State>): void;
  /** What is asked for, as in 没有待审理的退单. */
  readonly what: string;
  readonly item: (row: Row) => ReactNode;
  /** The request in full, above its ticket. */
  readonly card: (row: Row, ticket: TicketView) => ReactNode;
  readonly featured: readonly MoveName[];
  /** The request itself, where the moves are done to it. */
  readonly requestOf?: (row: Row) => AskedRequest;
}

/** What departments ask for and somebody decides, by its state, each with its ticket. */
export function RequestBench<Row extends Asked, State extends string>(props: RequestBenchProps<Row, State>) {
  const { pages, states, state, show, what, item, card, featured, requestOf } = props;
  const rowsOf = (id: string): Row[] => pages.items.filter(({ ticketId }) => ticketId === id);
  return (
    <Workbench
      pages={pages}
      ticketIdOf={({ ticketId }) => ticketId}
      keyOf={({ id }) => id}
      filters={
        <Segmented
          block
          options={optionsOf(states) as { value: State; label: string }[]}
          value={state}
          onChange={show}
        />
      }
      empty={`没有${states[state].label}的${what}`}
      item={item}
      pane={(id, next) => (
        <TicketPane
          id={id}
          featured={featured}
          onDone={next}
          requests={rowsOf(id).flatMap((row) => requestOf?.(row) ?? [])}
          first={(ticket) => rowsOf(id).map((row) => card(row, ticket))}
        />
      )}
    />
  );
}
