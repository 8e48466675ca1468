import { Button, Tag, type TableColumnsType } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { handoverStates, type HandoverState } from '#ticket/duty';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { OpenHandover } from './open-handover';

type Row = ListItem<'GET /api/handovers'>;

const colours: Record<HandoverState, string> = { open: 'blue', 'handed-over': 'gold', accepted: 'green' };

export const HandoverTag = ({ state }: { state: HandoverState }) => (
  <Tag color={colours[state]}>{handoverStates[state].label}</Tag>
);

const who = (person: { name: string } | null, at: string | null): string =>
  person && at ? `${person.name}　${instant(at)}` : '—';

const columns: TableColumnsType<Row> = [
  { title: '日期', width: 110, render: (_, { id, day }) => <Link to={`/handovers/${id}`}>{day}</Link> },
  { title: '班次', width: 90, dataIndex: 'shift' },
  { title: '状态', width: 90, render: (_, { state }) => <HandoverTag state={state} /> },
  { title: '发起', width: 180, render: (_, { openedBy, openedAt }) => who(openedBy, openedAt) },
  { title: '交班', width: 180, render: (_, { handedOverBy, handedOverAt }) => who(handedOverBy, handedOverAt) },
  { title: '接班', width: 180, render: (_, { acceptedBy, acceptedAt }) => who(acceptedBy, acceptedAt) },
];

/** Hand-overs, the newest first. */
export function HandoverTable({ switcher }: { switcher: ReactNode }) {
  const { roles } = useUser();
  const [isOpening, setOpening] = useState(false);
  const pages = usePages('GET /api/handovers');
  return (
    <>
      <div className="page-filters">
        {mayCall('POST /api/handovers', roles) && (
          <Button type="primary" onClick={() => setOpening(true)}>
            发起交接班
          </Button>
        )}
        {switcher}
        <span className="quiet">一人交班、另一人接班；接班后内容不再变动，更正另列。</span>
      </div>
      <PagedTable<Row> columns={columns} pages={pages} widthPx={830} empty="还没有交接班记录" />
      {isOpening && <OpenHandover close={() => setOpening(false)} />}
    </>
  );
}
