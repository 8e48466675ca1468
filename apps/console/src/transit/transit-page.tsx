import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { transitAges, transitHolders } from '#ticket/transit';
import { useAnswer } from '../api/use-answer';
import { usePages } from '../api/use-pages';
import { HeldSince } from '../parts/held-since';
import type { TicketRow } from '../parts/list-row';
import { Loaded } from '../parts/loaded';
import { PagedTable } from '../parts/paged-table';
import { ticketColumns } from '../parts/ticket-columns';
import { TicketItem } from '../parts/ticket-item';
import { useKept } from '../parts/use-kept';
import type { TransitChoice } from './transit-choice';
import { TransitTable } from './transit-table';
import './transit.css';

const heldOf = ({ holder }: TicketRow) => holder && <HeldSince holder={holder} />;

const columns: TableColumnsType<TicketRow> = [
  { title: '已等待', width: 190, render: (_, ticket) => heldOf(ticket) },
  ...ticketColumns.filter(({ title }) => title !== '当前责任人' && title !== '办理到期'),
];

/** 流转中: what lies with no department, with whom, and for how long; those that have waited longest first. */
export function TransitPage() {
  const [choice, choose] = useKept<TransitChoice>('transit', {});
  const groups = useAnswer('GET /api/transit');
  const pages = usePages('GET /api/transit/tickets', { query: choice });
  return (
    <div className="page">
      <Loaded of={groups}>{({ items }) => <TransitTable groups={items} choice={choice} choose={choose} />}</Loaded>
      <div className="quiet list-count">{wordsOf(choice)}，等待最久的在前</div>
      <PagedTable<TicketRow>
        columns={columns}
        pages={pages}
        widthPx={1_040}
        empty="没有流转中的工单"
        card={(ticket) => (
          <Link key={ticket.id} to={`/tickets/${ticket.id}`} className="card-link">
            <TicketItem ticket={ticket} foot={heldOf(ticket)} />
          </Link>
        )}
      />
    </div>
  );
}

function wordsOf({ holder, age }: TransitChoice): string {
  const words = [holder && transitHolders[holder].label, age && transitAges[age].label].filter(Boolean);
  return words.length === 0 ? '全部流转中的工单' : words.join(' · ');
}
