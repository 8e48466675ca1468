import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OfficialDocument } from '#documents/official-document';
import { kindsAfter, mayFollow, reportKinds } from '#ticket/incident-report';
import { reportContent, type ReportContent } from '#http-api/incident-shapes';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { canonicalJson } from '#store/canonical-json';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { shanghaiDate } from '#store/shanghai-date';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal, refusalAt } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { checkReport } from './check-report';
import { incidentById, noteLastKind, type PrintedReport } from './incident-rows';
import { reportDocument } from './report-document';
import {
  addReport,
  dropReport,
  editReport,
  nextNumber,
  reportById,
  reportsOf,
  signReport,
  type Report,
} from './report-rows';
import { ReportSources } from './report-sources';
import { viewOf, type ReportView } from './report-views';

/** 要情快报: drafted by one and signed by another, who gives it its number; what is signed never changes. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly sources: ReportSources,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws NotFound */
  async one(id: string): Promise<ReportView> {
    return viewOf(await reportById(this.database.sql, id));
  }

  /** @throws NotFound */
  async document(id: string): Promise<OfficialDocument> {
    return reportDocument(await reportById(this.database.sql, id), this.settings.officeName);
  }

  /** Begins with what the last report said, or with the tickets. @throws Refusal out of order, or beside another draft */
  async draft({ incidentId, kind }: RouteInput<'POST /api/incident-reports'>['body'], caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql, at) => {
        const incident = await incidentById(sql, incidentId).catch(() => null);
        if (!incident) throw refusalAt('incidentId', '没有这个要情');
        checkOrder(incident.lastKind, kind);
        const reports = await reportsOf(sql, incidentId);
        if (reports.some(({ signedAt }) => !signedAt)) throw new Refusal('conflict', '已有一份未签发的草稿');
        const last = reports.at(-1)?.printed?.content;
        const content = last ?? (await this.sources.draft(sql, incident, caller, at));
        await addReport(sql, { id, incidentId, kind, content, by: caller.id, at });
        return changeOf('create', null, await reportById(sql, id));
      },
      id,
    );
    return id;
  }

  /** @throws Refusal when it is signed, somebody else has written meanwhile, or it tells who somebody is */
  async edit(id: string, version: number, content: ReportContent, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql) => {
        const before = await unsigned(sql, id, version);
        await this.check(sql, { ...before, content }, caller, '保存');
        await editReport(sql, id, content, caller.id);
        return changeOf('edit', before, await reportById(sql, id));
      },
      id,
    );
  }

  async discard(id: string, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql) => {
        const before = await unsigned(sql, id);
        await dropReport(sql, id);
        return { subject: 'incident-report', subjectId: id, action: 'discard', before: toldOf(before), after: null };
      },
      id,
    );
  }

  /** @throws Refusal for one's own, out of order, when it is not complete or tells who somebody is */
  async sign(id: string, version: number, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await unsigned(sql, id, version);
        if ([before.draftedBy.id, before.editedBy].includes(caller.id))
          throw new Refusal('forbidden', '本人起草或修改的快报须由他人签发');
        const { lastKind } = await incidentById(sql, before.incidentId);
        checkOrder(lastKind, before.kind);
        await this.check(sql, before, caller, '签发');
        await this.print(sql, before, caller, at);
        await noteLastKind(sql, before.incidentId, before.kind);
        return changeOf('sign', before, await reportById(sql, id));
      },
      id,
    );
  }

  private async print(sql: Sql, { id, kind, content }: Report, caller: Caller, at: Date): Promise<void> {
    const date = shanghaiDate(at);
    const year = Number(date.slice(0, 4));
    const { number, told } = await nextNumber(sql, this.settings.reportNumberSeries, year);
    const signedBy = { id: caller.id, name: caller.name };
    const report: PrintedReport = { kind, number: told, content, office: this.settings.officeName, signedBy, date };
    const printed = canonicalJson(report);
    const sha256 = createHash('sha256').update(printed).digest('hex');
    await signReport(sql, { id, year, number, printed, sha256, by: caller.id, at });
  }

  /** Read under the lock: a citizen whose name was corrected this moment is not in it either. */
  private async check(sql: Sql, report: Report, caller: Caller, before: string): Promise<void> {
    const whole = reportContent.safeParse(report.content);
    if (!whole.success)
      throw new Refusal('invalid', `快报内容不完整，请补充后再${before}`, { errors: faultsOf(whole.error) });
    const incident = await incidentById(sql, report.incidentId);
    checkReport(whole.data, await this.sources.citizensOf(sql, incident, caller), before);
  }
}

const faultsOf = ({ issues }: { issues: readonly { path: readonly PropertyKey[] }[] }) =>
  issues.map(({ path }) => ({ path: path.map(String).join('.'), message: '请填写' }));

function checkOrder(last: Report['kind'] | null, kind: Report['kind']): void {
  if (mayFollow(last, kind)) return;
  const next = kindsAfter(last).map((each) => reportKinds[each].label);
  const wanted = next.length === 0 ? '终报已签发，不再续报' : `现在只能出${next.join('或')}`;
  throw new Refusal('conflict', `不能出${reportKinds[kind].label}：${wanted}`);
}

/** @throws NotFound; Refusal once it is signed, or when it is another version */
async function unsigned(sql: Sql, id: string, version?: number): Promise<Report> {
  const report = await reportById(sql, id);
  if (report.signedAt) throw new Refusal('conflict', '快报已签发，不能再改');
  if (version !== undefined && report.version !== version)
    throw new Refusal('version-conflict', '草稿已被他人修改', { differs: { version: report.version } });
  return report;
}

/** What it says stands beside the events; of what was signed they keep the digest. */
const toldOf = ({ incidentId, kind, version, printed, sha256 }: Report): object => ({
  incidentId,
  kind,
  version,
  number: printed?.number ?? null,
  sha256,
});

const changeOf = (action: 'create' | 'edit' | 'sign', before: Report | null, after: Report) =>
  ({
    subject: 'incident-report',
    subjectId: after.id,
    action,
    before: before && toldOf(before),
    after: toldOf(after),
  }) as const;
