import { Injectable } from '@nestjs/common';
import type { KnownCitizen } from '#ticket/known-citizen';
import type { ReportContent } from '#http-api/incident-shapes';
import type { Sql } from '#store/sql';
import type { Caller } from '#platform/caller';
import { CopySources, type CopySource } from '#platform/documents/copy-source';
import { withoutIdentity } from '#platform/documents/refuse-identity';
import type { Incident } from './incident-rows';

/** What reports are drafted from: the incident's tickets, and whose identity must not be in them. */
@Injectable()
export class ReportSources {
  constructor(private readonly sources: CopySources) {}

  async citizensOf(sql: Sql, incident: Incident, caller: Caller): Promise<KnownCitizen[]> {
    return (await this.read(sql, incident, caller)).map(({ citizen }) => citizen);
  }

  /** The first words of a report: what citizens told, without them. Of protected ones only that they told it. */
  async draft(sql: Sql, incident: Incident, caller: Caller, now: Date): Promise<ReportContent> {
    const sources = await this.read(sql, incident, caller);
    const citizens = sources.map(({ citizen }) => citizen);
    const told = sources.filter(({ isProtected }) => !isProtected);
    const clean = (text: string): string => withoutIdentity(text, citizens);
    const matters = told.map(
      ({ facts, said }) => `${facts.ticketNumber}：${clean(said.title)}。${clean(said.content)}`,
    );
    return {
      title: incident.title,
      occurredAt: new Date(
        Math.min(now.getTime(), ...sources.map(({ happenedAt }) => happenedAt.getTime())),
      ).toISOString(),
      place: clean(told.find(({ said }) => said.place)?.said.place ?? ''),
      matter: [`12345热线受理相关诉求${sources.length}件。`, ...matters].join('\n').slice(0, 5_000),
      casualties: '',
      measures: '',
      next: '',
      addressees: [],
      copiesTo: [],
    };
  }

  private async read(sql: Sql, { ticketIds }: Incident, caller: Caller): Promise<CopySource[]> {
    const sources: CopySource[] = [];
    for (const id of ticketIds) sources.push(await this.sources.read(sql, id, caller));
    return sources;
  }
}
