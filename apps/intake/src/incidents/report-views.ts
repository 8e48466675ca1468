import type { RouteAnswer } from '#http-api/routes';
import type { Report } from './report-rows';

export type ReportView = RouteAnswer<'POST /api/incident-reports'>;
type Summary = RouteAnswer<'POST /api/incidents'>['reports'][number];

export const summaryOf = ({ id, kind, content, printed, ...report }: Report): Summary => ({
  id,
  kind,
  title: (printed?.content ?? content).title,
  number: printed?.number ?? null,
  draftedBy: report.draftedBy,
  draftedAt: report.draftedAt.toISOString(),
  signedBy: report.signedBy,
  signedAt: report.signedAt?.toISOString() ?? null,
});

export const viewOf = (report: Report): ReportView => ({
  ...summaryOf(report),
  incidentId: report.incidentId,
  version: report.version,
  content: report.printed?.content ?? report.content,
  sha256: report.sha256,
});
