import { Alert, Button, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { reportKinds } from '#ticket/incident-report';
import { problemWords } from '../api/problem-words';
import { useAnswer } from '../api/use-answer';
import { useWrite } from '../api/use-write';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { Loaded } from '../parts/loaded';
import { WriteForm } from '../parts/write-form';
import { instant } from '../words/instant';
import { IncidentFields, incidentBody } from './incident-fields';
import './incidents.css';

type Incident = RouteAnswer<'GET /api/incidents/:id'>;
type Report = Incident['reports'][number];

const columns: TableColumnsType<Report> = [
  { title: '种类', width: 80, render: (_, { kind }) => reportKinds[kind].label },
  { title: '文号', width: 190, render: (_, { number }) => number ?? <Tag>草稿</Tag> },
  { title: '标题', render: (_, { id, title }) => <Link to={`/incidents/reports/${id}`}>{title}</Link> },
  { title: '起草', width: 190, render: (_, { draftedBy, draftedAt }) => `${draftedBy.name}　${instant(draftedAt)}` },
  {
    title: '签发',
    width: 190,
    render: (_, { signedBy, signedAt }) => (signedBy && signedAt ? `${signedBy.name}　${instant(signedAt)}` : '—'),
  },
];

/** One incident and the reports on it, in their order. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const incident = useAnswer('GET /api/incidents/:id', { params: { id } });
  return (
    <div className="page">
      <Link to="/incidents">返回要情快报</Link>
      <Loaded of={incident}>{(found) => <Series incident={found} />}</Loaded>
    </div>
  );
}

function Series({ incident }: { incident: Incident }) {
  const { roles } = useUser();
  const [isEditing, setEditing] = useState(false);
  const mayWrite = mayCall('PUT /api/incidents/:id', roles) && incident.lastKind !== 'final';
  return (
    <>
      <div className="incident-head">
        <h2>{incident.title}</h2>
        {mayWrite && <Button onClick={() => setEditing(true)}>修改要情</Button>}
        {mayWrite && <NextReports incident={incident} />}
      </div>
      <p>
        相关工单：
        {incident.tickets.length === 0 && '无'}
        {incident.tickets.map(({ id, number }) => (
          <Link key={id} to={`/tickets/${id}`} className="incident-ticket">
            {number}
          </Link>
        ))}
      </p>
      <Table<Report>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={incident.reports}
        pagination={false}
        scroll={{ x: 860 }}
        locale={{ emptyText: '还没有快报' }}
      />
      {isEditing && <EditIncident incident={incident} close={() => setEditing(false)} />}
    </>
  );
}

/** The kinds that may come next, each with its button. */
function NextReports({ incident: { id, nextKinds } }: { incident: Incident }) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useWrite('POST /api/incident-reports');
  const draft = (kind: Report['kind']): void =>
    mutate({ body: { incidentId: id, kind } }, { onSuccess: (made) => void navigate(`/incidents/reports/${made.id}`) });
  return (
    <>
      {nextKinds.map((kind) => (
        <Button key={kind} type="primary" loading={isPending} onClick={() => draft(kind)}>
          起草{reportKinds[kind].label}
        </Button>
      ))}
      {error && <Alert type="error" showIcon title={problemWords(error)} />}
    </>
  );
}

const EditIncident = ({ incident, close }: { incident: Incident; close(): void }) => (
  <Dialog title="修改要情" close={close}>
    <WriteForm
      route="PUT /api/incidents/:id"
      label="保存"
      initial={{ title: incident.title, ticketNumbers: incident.tickets.map(({ number }) => number) }}
      requestOf={(values) => ({ params: { id: incident.id }, body: incidentBody(values) })}
      onDone={close}
    >
      <IncidentFields />
    </WriteForm>
  </Dialog>
);
