import { Button, Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { reportKinds } from '#ticket/incident-report';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { WriteForm } from '../parts/write-form';
import { instant } from '../words/instant';
import { IncidentFields, incidentBody } from './incident-fields';

type Incident = ListItem<'GET /api/incidents'>;

const lists = [
  { value: 'open', label: '未终报' },
  { value: 'closed', label: '已终报' },
] as const;
type Shown = (typeof lists)[number]['value'];

const columns: TableColumnsType<Incident> = [
  { title: '要情', render: (_, { id, title }) => <Link to={`/incidents/${id}`}>{title}</Link> },
  {
    title: '最近一报',
    width: 110,
    render: (_, { lastKind }) => (lastKind ? <Tag color="red">{reportKinds[lastKind].label}</Tag> : '未报'),
  },
  { title: '发起', width: 200, render: (_, { openedBy, openedAt }) => `${openedBy.name}　${instant(openedAt)}` },
];

/** 要情快报: incidents that were reported, or are being reported. */
export function IncidentsPage() {
  const { roles } = useUser();
  const [shown, show] = useKept<Shown>('incidents', 'open');
  const [isAdding, setAdding] = useState(false);
  const pages = usePages('GET /api/incidents', { query: { state: shown } });
  return (
    <div className="page">
      <div className="page-filters">
        {mayCall('POST /api/incidents', roles) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            新建要情
          </Button>
        )}
        <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        <span className="quiet">一人起草、值班长或督办员签发；签发时编文号，签发后不再变动。</span>
      </div>
      <PagedTable<Incident> columns={columns} pages={pages} widthPx={640} empty="没有要情" />
      {isAdding && <AddIncident close={() => setAdding(false)} />}
    </div>
  );
}

function AddIncident({ close }: { close(): void }) {
  const navigate = useNavigate();
  return (
    <Dialog title="新建要情" close={close}>
      <WriteForm
        route="POST /api/incidents"
        label="新建"
        initial={{ ticketNumbers: [] }}
        requestOf={(values) => ({ body: incidentBody(values) })}
        onDone={({ id }) => void navigate(`/incidents/${id}`)}
      >
        <IncidentFields />
      </WriteForm>
    </Dialog>
  );
}
