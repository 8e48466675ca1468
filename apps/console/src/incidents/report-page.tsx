import { Link, useParams } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { reportKinds } from '#ticket/incident-report';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DocumentLinks } from '../parts/document-links';
import { Loaded } from '../parts/loaded';
import { ReportForm } from './report-form';
import { ReportPaper } from './report-paper';
import { SignReport } from './sign-report';
import './incidents.css';

export type Report = RouteAnswer<'GET /api/incident-reports/:id'>;

/** A report: as a draft it is written beside what it will look like, once it is signed it is only read. */
export function ReportPage() {
  const { id = '' } = useParams();
  const report = useAnswer('GET /api/incident-reports/:id', { params: { id } });
  return (
    <div className="page">
      <Loaded of={report}>{(found) => <Shown key={found.version} report={found} />}</Loaded>
    </div>
  );
}

function Shown({ report }: { report: Report }) {
  const { roles } = useUser();
  const isDraft = report.signedAt === null;
  const mayWrite = isDraft && mayCall('PUT /api/incident-reports/:id', roles);
  return (
    <>
      <div className="incident-head">
        <Link to={`/incidents/${report.incidentId}`}>返回要情</Link>
        <h2>
          {reportKinds[report.kind].label}　{report.number ?? '草稿'}
        </h2>
        <DocumentLinks address={`/api/incident-reports/${report.id}/document`} />
        {isDraft && mayCall('POST /api/incident-reports/:id/sign', roles) && <SignReport report={report} />}
      </div>
      <div className={mayWrite ? 'report-side-by-side' : undefined}>
        {mayWrite && <ReportForm report={report} />}
        <ReportPaper report={report} />
      </div>
    </>
  );
}
