import type { TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { differenceKinds } from '#http-api/reconciliation-shapes';
import { states, type State } from '#ticket/state';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { WriteForm } from '../parts/write-form';
import { instant } from '../words/instant';
import type { DayRow } from './reconciling-page';

type Row = ListItem<'GET /api/reconciliations/:id/differences'>;

/** A date or a state, as it is stored. */
const said = (text: string | null): string => {
  if (text === null) return '—';
  return text in states ? states[text as State].label : instant(text);
};

const Number = ({ row: { ticketId, upstreamNumber } }: { row: Row }) =>
  ticketId ? <Link to={`/tickets/${ticketId}`}>{upstreamNumber}</Link> : upstreamNumber;

const columns: TableColumnsType<Row> = [
  { title: '对方编号', width: 180, render: (_, row) => <Number row={row} /> },
  { title: '差异', render: (_, { kind }) => differenceKinds[kind].label },
  { title: '对方', width: 120, render: (_, { theirs }) => said(theirs) },
  { title: '本方', width: 120, render: (_, { ours }) => said(ours) },
];

/** The tickets of a day that differ. */
export function Differences({ day, close }: { day: DayRow; close(): void }) {
  const { roles } = useUser();
  const pages = usePages('GET /api/reconciliations/:id/differences', { params: { id: day.id } });
  return (
    <Dialog title={`对账差异　${day.system}　${day.day}`} width={720} close={close}>
      <PagedTable<Row>
        columns={columns}
        pages={pages}
        widthPx={640}
        empty="没有差异"
        card={(row) => (
          <section key={`${row.upstreamNumber}${row.kind}`} className="card-link" aria-label={row.upstreamNumber}>
            <div className="item-top">
              <Number row={row} />
            </div>
            <div className="item-line quiet">{differenceKinds[row.kind].label}</div>
          </section>
        )}
      />
      {mayCall('POST /api/reconciliations/:id/compare', roles) && (
        <WriteForm
          route="POST /api/reconciliations/:id/compare"
          label="重新比对"
          requestOf={() => ({ params: { id: day.id }, body: {} })}
          onDone={close}
        >
          <p className="quiet">补收工单或更正期限后，可重新比对；一周内的差异每小时也会自动重新比对。</p>
        </WriteForm>
      )}
    </Dialog>
  );
}
