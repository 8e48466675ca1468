import { Injectable } from '@nestjs/common';
import { kindsAfter } from '#ticket/incident-report';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Refusal } from '#platform/problems';
import { refuseIdentity } from '#platform/documents/refuse-identity';
import { TicketsOfNumber } from '../shift/tickets-of-number';
import { addIncident, editIncident, incidentById, incidentsPage, numbersOf, type Incident } from './incident-rows';
import { reportsOf } from './report-rows';
import { summaryOf } from './report-views';

export type IncidentView = RouteAnswer<'POST /api/incidents'>;
type Body = RouteInput<'POST /api/incidents'>['body'];

/** 要情: what a series of reports is about, and the tickets it stands in. */
@Injectable()
export class Incidents {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly tickets: TicketsOfNumber,
    private readonly clock: Clock,
  ) {}

  async list(query: RouteInput<'GET /api/incidents'>['query']): Promise<RouteAnswer<'GET /api/incidents'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const closed = query.state === undefined ? null : query.state === 'closed';
    const rows = await incidentsPage(this.database.lists, { closed, before, limit: query.limit + 1 });
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map(told), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<IncidentView> {
    const { sql } = this.database;
    const incident = await incidentById(sql, id);
    const reports = await reportsOf(sql, id);
    const isDrafted = reports.some(({ signedAt }) => signedAt === null);
    return {
      ...told(incident),
      version: incident.version,
      tickets: await numbersOf(sql, incident.ticketIds),
      reports: reports.map(summaryOf),
      nextKinds: isDrafted ? [] : kindsAfter(incident.lastKind),
    };
  }

  async add(body: Body, caller: Caller): Promise<string> {
    const { title, ticketIds } = await this.read(body, caller);
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql, at) => {
        await addIncident(sql, { id, title, ticketIds, by: caller.id, at });
        return { subject: 'incident', subjectId: id, action: 'create', before: null, after: { title, ticketIds } };
      },
      id,
    );
    return id;
  }

  /** @throws Refusal once the 终报 is signed */
  async edit(id: string, body: Body, caller: Caller): Promise<void> {
    const { title, ticketIds } = await this.read(body, caller);
    await this.administration.write(
      caller,
      async (sql) => {
        const { lastKind, ...before } = await incidentById(sql, id);
        if (lastKind === 'final') throw new Refusal('conflict', '终报已签发，要情不能再改');
        await editIncident(sql, { id, title, ticketIds });
        return {
          subject: 'incident',
          subjectId: id,
          action: 'edit',
          before: { title: before.title, ticketIds: before.ticketIds },
          after: { title, ticketIds },
        };
      },
      id,
    );
  }

  /** @throws Refusal for a title that names somebody, or a number that no ticket has */
  private async read({ title, ticketNumbers }: Body, caller: Caller): Promise<{ title: string; ticketIds: string[] }> {
    refuseIdentity([{ path: 'title', label: '标题', text: title }], { before: '保存' });
    const ids: string[] = [];
    for (const [index, number] of ticketNumbers.entries()) {
      const id = await this.tickets.idOf(number, `ticketNumbers.${index}`, caller);
      if (id && !ids.includes(id)) ids.push(id);
    }
    return { title, ticketIds: ids };
  }
}

const told = ({ id, title, lastKind, openedBy, openedAt }: Incident) => ({
  id,
  title,
  lastKind,
  openedBy,
  openedAt: openedAt.toISOString(),
});
