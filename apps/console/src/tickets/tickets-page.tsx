import { usePages } from '../api/use-pages';
import { TicketList } from '../parts/ticket-list';
import { useKept } from '../parts/use-kept';
import { askedFor } from './asked-for';
import type { SearchValues } from './search-values';
import { SearchForm } from './search-form';

/** All tickets in scope. The question is posted: what is typed may name somebody and must not stand in an address. */
export function TicketsPage() {
  const [sought, seek] = useKept<SearchValues>('tickets', {});
  const pages = usePages('POST /api/tickets/search', { body: { ...askedFor(sought), count: true } });
  const found = pages.count && (pages.count.exact ? `共${pages.count.count}件` : `${pages.count.count}件以上`);
  return (
    <div className="page">
      <SearchForm sought={sought} seek={seek} isBusy={pages.isLoading} />
      <div className="quiet list-count">{found ?? ' '}</div>
      <TicketList pages={pages} />
    </div>
  );
}
