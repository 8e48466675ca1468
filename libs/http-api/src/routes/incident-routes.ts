import { listOf } from '../fields';
import {
  incidentInput,
  incidentQuery,
  incidentSummary,
  incidentView,
  reportContent,
  reportInput,
  reportView,
  signature,
} from '../incident-shapes';
import { documentQuery } from '../shift-shapes';
import type { RouteKey, RouteRow } from '../route';
import { dutyDesk, dutyLeads, incidentReaders } from './permits';

const incident = { service: 'intake', permit: dutyDesk, response: incidentView } as const;
const report = { service: 'intake', permit: dutyDesk, response: reportView } as const;

/** 要情快报: a series of reports on one incident, drafted by one and signed by another. */
export const incidentRoutes = {
  'GET /api/incidents': {
    service: 'intake',
    permit: incidentReaders,
    summary: 'Incidents, the newest first; closed by the 终报',
    query: incidentQuery,
    response: listOf(incidentSummary),
  },
  'POST /api/incidents': { ...incident, summary: 'Name an incident', status: 201, body: incidentInput },
  'GET /api/incidents/:id': { ...incident, permit: incidentReaders, summary: 'An incident and its reports' },
  'PUT /api/incidents/:id': { ...incident, summary: 'Name it otherwise, or by other tickets', body: incidentInput },
  'POST /api/incident-reports': {
    ...report,
    summary: 'Begin a draft, from the tickets and without who asked',
    status: 201,
    body: reportInput,
  },
  'GET /api/incident-reports/:id': { ...report, permit: incidentReaders, summary: 'A report as it stands' },
  'PUT /api/incident-reports/:id': { ...report, summary: 'Write a draft', body: reportContent, ifMatch: true },
  'DELETE /api/incident-reports/:id': {
    service: 'intake',
    permit: dutyDesk,
    summary: 'Give a draft up',
    status: 204,
  },
  'POST /api/incident-reports/:id/sign': {
    ...report,
    permit: dutyLeads,
    summary: 'Sign it: it is given its number and stays as it is',
    body: signature,
    ifMatch: true,
  },
  'GET /api/incident-reports/:id/document': {
    service: 'intake',
    permit: incidentReaders,
    summary: 'The report on paper',
    query: documentQuery,
    limit: 'report',
    produces: 'application/octet-stream',
  },
} as const satisfies Record<RouteKey, RouteRow>;
