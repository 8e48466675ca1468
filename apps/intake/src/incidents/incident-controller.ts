import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { incidentView, reportView } from '#http-api/incident-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { sendDocument } from '#platform/documents/send-document';
import { Incidents, type IncidentView } from './incidents';
import type { ReportView } from './report-views';
import { Reports } from './reports';

/** 要情快报. */
@Controller()
export class IncidentController {
  constructor(
    private readonly incidents: Incidents,
    private readonly reports: Reports,
    renders: Renders,
  ) {
    renders.add(incidentView, ({ reference }) => incidents.one(reference));
    renders.add(reportView, ({ reference }) => reports.one(reference));
  }

  @Handles('GET /api/incidents')
  list({ query }: RouteInput<'GET /api/incidents'>): Promise<RouteAnswer<'GET /api/incidents'>> {
    return this.incidents.list(query);
  }

  @Handles('POST /api/incidents')
  async add({ body }: RouteInput<'POST /api/incidents'>, caller: Caller): Promise<IncidentView> {
    return this.incidents.one(await this.incidents.add(body, caller));
  }

  @Handles('GET /api/incidents/:id')
  incident({ params }: RouteInput<'GET /api/incidents/:id'>): Promise<IncidentView> {
    return this.incidents.one(params.id);
  }

  @Handles('PUT /api/incidents/:id')
  async edit({ params, body }: RouteInput<'PUT /api/incidents/:id'>, caller: Caller): Promise<IncidentView> {
    await this.incidents.edit(params.id, body, caller);
    return this.incidents.one(params.id);
  }

  @Handles('POST /api/incident-reports')
  async draft({ body }: RouteInput<'POST /api/incident-reports'>, caller: Caller): Promise<ReportView> {
    return this.reports.one(await this.reports.draft(body, caller));
  }

  @Handles('GET /api/incident-reports/:id')
  report({ params }: RouteInput<'GET /api/incident-reports/:id'>): Promise<ReportView> {
    return this.reports.one(params.id);
  }

  @Handles('PUT /api/incident-reports/:id')
  async write(
    { params, version, body }: RouteInput<'PUT /api/incident-reports/:id'>,
    caller: Caller,
  ): Promise<ReportView> {
    await this.reports.edit(params.id, version, body, caller);
    return this.reports.one(params.id);
  }

  @Handles('DELETE /api/incident-reports/:id')
  async discard({ params }: RouteInput<'DELETE /api/incident-reports/:id'>, caller: Caller): Promise<undefined> {
    await this.reports.discard(params.id, caller);
    return undefined;
  }

  @Handles('POST /api/incident-reports/:id/sign')
  async sign(
    { params, version }: RouteInput<'POST /api/incident-reports/:id/sign'>,
    caller: Caller,
  ): Promise<ReportView> {
    await this.reports.sign(params.id, version, caller);
    return this.reports.one(params.id);
  }

  @Handles('GET /api/incident-reports/:id/document')
  async document(
    { params, query }: RouteInput<'GET /api/incident-reports/:id/document'>,
    _caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const document = await this.reports.document(params.id);
    const name = `${document.number ?? '草稿'} ${document.title}`;
    return sendDocument(reply, document, { name, format: query.format });
  }
}
