import { Injectable } from '@nestjs/common';
import { Database } from '#store/database';
import { Directory } from '#platform/directory';
import { reportReader } from '#platform/report-reader';
import { Counting } from '../facts/counting';
import type { Period } from '../period';
import type { Report } from '../report-asked';
import { Reports } from '../reports';
import type { AskedReport, BulletinContext, BulletinSection } from './bulletin-section';
import { bulletinSections, type SectionName } from './bulletin-sections';

const house = reportReader({ id: 'satisfaction', name: 'satisfaction' });

/** What a bulletin says of a period, as of an instant. */
@Injectable()
export class BulletinContents {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly counting: Counting,
    private readonly reports: Reports,
  ) {}

  /** These of its tables, as of now. @throws Refusal while tickets are counted anew */
  async of(
    names: readonly SectionName[],
    period: Period,
  ): Promise<{ readonly asOf: Date; readonly sections: readonly BulletinSection[] }> {
    const asOf = await this.counting.shownAsOf(period);
    const context = this.context(period, asOf);
    const sections: BulletinSection[] = [];
    for (const name of names) sections.push({ name, ...(await bulletinSections[name](context)) });
    return { asOf, sections };
  }

  private context(period: Period, asOf: Date): BulletinContext {
    const { directory, database, reports } = this;
    const at = asOf.toISOString();
    const known = new Map<string, Promise<Report>>();
    // Several tables are made of one report.
    const report = ({ name, by, from, to }: AskedReport) => {
      const key = [name, by, from, to].join();
      const query = { by, from, to, ...(reports.told(name).keepsPast && { asOf: at }) };
      const found = known.get(key) ?? reports.report(name, query, house);
      known.set(key, found);
      return found;
    };
    const behind = async ({ name, by, from, to, column }: AskedReport & { column: string }, limit: number) => {
      const query = { by, from, to, column, part: 'numerator', limit, asOf: at } as const;
      const { items } = await reports.tickets(name, query, house);
      return items.map(({ id }) => id);
    };
    return { period, asOf, sql: database.lists, directory, report, behind };
  }
}
