import { Injectable } from '@nestjs/common';
import { canonicalJson } from '#store/canonical-json';
import { Database } from '#store/database';
import { Directory } from '#platform/directory';
import { reportReader } from '#platform/report-reader';
import { Counting } from '../facts/counting';
import type { Period } from '../period';
import { Reports } from '../reports';
import type { AskedReport, BulletinContext, BulletinSection } from './bulletin-section';
import { bulletinSections, type SectionName } from './bulletin-sections';
import { readCalls } from './call-figures';

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
    const report = once(({ name, by, from, to }: AskedReport) => {
      const query = { by, from, to, ...(reports.told(name).keepsPast && { asOf: at }) };
      return reports.report(name, query, house);
    });
    const calls = once((asked: Period) => readCalls(database.lists, asked));
    const behind = async ({ name, by, from, to, column }: AskedReport & { column: string }, limit: number) => {
      const query = { by, from, to, column, part: 'numerator', limit, asOf: at } as const;
      const { items } = await reports.tickets(name, query, house);
      return items.map(({ id }) => id);
    };
    return { period, asOf, sql: database.lists, directory, report, calls, behind };
  }
}

/** Several tables are made of one answer: the same is asked for once. */
function once<Asked extends object, Answer>(
  read: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (asked) => {
    const key = canonicalJson(asked);
    const found = known.get(key) ?? read(asked);
    known.set(key, found);
    return found;
  };
}
