import { Inject, Injectable, Logger } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import { spanPeriod } from '#calendar/time-span';
import { shanghaiText } from '#http-api/list-columns';
import { reportPeriods } from '#http-api/report-period';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { messageOf } from '#store/told-error';
import { uuidV7 } from '#store/uuid-v7';
import { reportReader } from '#platform/report-reader';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import type { Report } from '../report-asked';
import { ReportFiles } from '../report-files';
import { Reports } from '../reports';
import { oweDeliveries } from './delivery-rows';
import { addMadeReport } from './made-report-rows';
import { nextDue } from './next-due';
import { dueSchedules, nextDueIs, takeSchedule, type Schedule } from './schedule-rows';

/** Makes the reports whose time has come: each due instant once, whoever stopped, started or ran beside. */
@Injectable()
export class ReportMaking extends TurnWorker {
  private readonly log = new Logger(ReportMaking.name);

  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly files: ReportFiles,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('scheduled reports', settings.markSeconds * 1_000);
  }

  protected turn(): Promise<void> {
    return this.makeAll();
  }

  /** Makes what is due, also what became due while nobody was there. One that fails keeps no other from being made. */
  async makeAll(): Promise<void> {
    for (const id of await dueSchedules(this.database.sql, this.clock.now())) {
      const fail = (error: unknown) => this.log.warn(`scheduled report ${id} waits: ${messageOf(error)}`);
      while (!this.isEnding && (await this.makeOne(id).catch(fail)));
    }
  }

  /** Answers whether one was made. */
  private makeOne(id: string): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      const madeAt = this.clock.now();
      const schedule = await takeSchedule(sql, id, madeAt);
      if (!schedule) return false;
      const report = await this.reportOf(schedule);
      const mark = `定期报表“${schedule.name}”，${shanghaiText(schedule.nextDueAt.toISOString())}应生成`;
      const file = await this.files.bytes(report, schedule.format, mark);
      const name = `${schedule.name} ${report.from}至${report.to}.${schedule.format}`;
      const reportId = uuidV7(madeAt);
      await addMadeReport(sql, schedule, { id: reportId, madeAt, name, file });
      await oweDeliveries(sql, reportId, madeAt);
      await nextDueIs(sql, id, nextDue(schedule, schedule.nextDueAt));
      return true;
    });
  }

  /** The figures of the whole house as they were known when it was due, where they are kept. */
  private reportOf({ id, name, report, by, period, compare, nextDueAt }: Schedule): Promise<Report> {
    const days = spanPeriod(reportPeriods[period], shanghaiDate(nextDueAt));
    const asOf = this.reports.told(report).keepsPast ? nextDueAt.toISOString() : undefined;
    return this.reports.report(
      report,
      { ...days, by, asOf, compare: compare ?? undefined },
      reportReader({ id, name }),
    );
  }
}
