import type { TableColumnsType } from 'antd';
import { adminActions, adminSubjects } from '#ticket/admin-event';
import type { Pages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import type { AdminEvent } from './admin-event';
import { Changes } from './changes';
import { EventItem } from './event-item';
import { subjectWords } from './subject-words';
import { useNames } from './use-names';

const columns: TableColumnsType<AdminEvent> = [
  { title: '时间', width: 170, render: (_, event) => <span className="number">{fullInstant(event.at)}</span> },
  { title: '操作人', width: 150, dataIndex: 'actor' },
  { title: '操作', width: 120, render: (_, event) => adminActions[event.action].label },
  { title: '对象', width: 260, render: (_, event) => <Subject event={event} /> },
  { title: '变化', render: (_, event) => <Changes event={event} /> },
];

const Subject = ({ event }: { event: AdminEvent }) => (
  <>
    <span className="quiet">{adminSubjects[event.subject].label}</span> {subjectWords(event, useNames())}
  </>
);

/** Changes as a table, the newest first; as cards on a phone. */
export function EventList({ pages }: { pages: Pages<AdminEvent> }) {
  return (
    <PagedTable<AdminEvent>
      rowKey="seq"
      columns={columns}
      pages={pages}
      widthPx={1_040}
      empty="没有符合条件的记录"
      card={(event) => <EventItem key={event.seq} event={event} />}
      className="event-table"
    />
  );
}
