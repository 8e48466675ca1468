import { useState } from 'react';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { TicketList } from '../parts/ticket-list';
import { useKept } from '../parts/use-kept';
import { askedFor } from './asked-for';
import type { SearchValues } from './search-values';
import { SearchForm } from './search-form';
import { UrgeMany } from './urge-many';

/** All tickets in scope. The question is posted: what is typed may name somebody and must not stand in an address. */
export function TicketsPage() {
  const [sought, seek] = useKept<SearchValues>('tickets', {});
  const [chosen, choose] = useState<readonly string[]>([]);
  const mayUrge = mayCall('POST /api/urges', useUser().roles);
  const pages = usePages('POST /api/tickets/search', { body: { ...askedFor(sought), count: true } });
  const found = pages.count && (pages.count.exact ? `共${pages.count.count}件` : `${pages.count.count}件以上`);
  return (
    <div className="page">
      <SearchForm sought={sought} seek={seek} isBusy={pages.isLoading} />
      <div className="quiet list-count">{found ?? ' '}</div>
      {chosen.length > 0 && <UrgeMany ticketIds={chosen} onDone={() => choose([])} />}
      <TicketList
        pages={pages}
        selection={mayUrge ? { selectedRowKeys: [...chosen], onChange: (keys) => choose(keys.map(String)) } : undefined}
      />
    </div>
  );
}
