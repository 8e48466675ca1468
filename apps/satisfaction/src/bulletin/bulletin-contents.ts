import { Injectable } from '@nestjs/common';
import type { BulletinKind } from '#http-api/bulletin-shapes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import type { DepartmentReport } from '../department-report';
import { Counting } from '../facts/counting';
import type { OverviewReport } from '../overview-report';
import type { Period } from '../period';
import type { ReturnReport } from '../return-report';
import type { VisitReport } from '../visit-report';
import { BulletinReports } from './bulletin-reports';
import { bulletinRows } from './bulletin-kinds';
import type { AskedReport, BulletinContext, BulletinSection } from './bulletin-section';

/** The house itself, which sees everything. */
const house: Caller = {
  ...{ id: 'satisfaction', name: 'satisfaction', username: 'satisfaction', roles: ['manager'] },
  ...{ departmentId: null, departmentIds: [], mustChangePassword: false, extension: null, deputyFor: [] },
};

/** What a bulletin says of a period, as of an instant. */
@Injectable()
export class BulletinContents {
  private readonly keeping: Readonly<Record<string, OverviewReport | DepartmentReport>>;
  private readonly standing: Readonly<Record<string, ReturnReport | VisitReport>>;

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly counting: Counting,
    reports: BulletinReports,
  ) {
    this.keeping = { overview: reports.overview, departments: reports.departments };
    this.standing = { returns: reports.returns, visits: reports.visits };
  }

  /** Its tables; by default as of now. @throws Refusal while tickets are counted anew */
  async of(
    kind: BulletinKind,
    period: Period,
    asked?: Date,
  ): Promise<{ readonly asOf: Date; readonly sections: readonly BulletinSection[] }> {
    const asOf = await this.counting.shownAsOf({ ...period, asOf: asked?.toISOString() });
    const context = this.context(period, asOf);
    const sections: BulletinSection[] = [];
    for (const make of bulletinRows[kind].sections) sections.push(await make(context));
    return { asOf, sections };
  }

  private context(period: Period, asOf: Date): BulletinContext {
    const { directory, database } = this;
    const at = asOf.toISOString();
    const report = ({ name, ...asked }: AskedReport) =>
      this.keeping[name]?.report({ ...asked, asOf: at }, house) ?? this.named(name).report(asked, house);
    const behind = async ({ name, ...asked }: AskedReport & { column: string }, limit: number) => {
      const query = { ...asked, part: 'numerator', limit, count: false, asOf: at } as const;
      const { items } = await this.kept(name).tickets(query, house);
      return items.map(({ id }) => id);
    };
    return { period, asOf, sql: database.lists, directory, caller: house, report, behind };
  }

  private named(name: string): ReturnReport | VisitReport {
    const found = this.standing[name];
    if (!found) throw new Error(`there is no report ${name}`);
    return found;
  }

  private kept(name: string): OverviewReport | DepartmentReport {
    const found = this.keeping[name];
    if (!found) throw new Error(`the report ${name} keeps no tickets of the past`);
    return found;
  }
}
