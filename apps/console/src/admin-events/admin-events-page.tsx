import { Tag } from 'antd';
import { useSearchParams } from 'react-router-dom';
import { usePages } from '../api/use-pages';
import { useKept } from '../parts/use-kept';
import { EventFilters, type EventFilter } from './event-filters';
import { EventList } from './event-list';
import { subjectWords } from './subject-words';
import { useNames } from './use-names';
import './admin-events.css';

/** What administrators changed, newest first; of one subject alone when the address names its id. */
export function AdminEventsPage() {
  const [sought, seek] = useKept<EventFilter>('admin-events', {});
  const [params, setParams] = useSearchParams();
  const subjectId = params.get('id') ?? undefined;
  const pages = usePages('GET /api/admin-events', { query: subjectId ? { subjectId } : sought });
  const names = useNames();
  const [newest] = pages.items;
  return (
    <div className="page">
      {subjectId ? (
        <div className="page-filters">
          <Tag closable onClose={() => setParams({})} className="tag">
            只看 {newest ? subjectWords(newest, names) : '此项'} 的记录
          </Tag>
        </div>
      ) : (
        <EventFilters sought={sought} seek={seek} isBusy={pages.isLoading} />
      )}
      <EventList pages={pages} />
    </div>
  );
}
