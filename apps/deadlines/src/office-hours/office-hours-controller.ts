import { Controller } from '@nestjs/common';
import { OfficeDay } from '#calendar/office-day';
import { OfficeYear } from '#calendar/office-year';
import { officeHoursChange } from '#http-api/office-hours-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { pageOf } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { DeadlineRules, rulesOf, type RuleRows } from '../deadline-rules';
import { MovePreview } from '../move-preview';
import { orderRecomputation } from '../recomputations';
import { touchedByHours } from '../rule-change';
import type { ParentOf } from '../parent-of';
import { insertOfficeHours, readOfficeHours } from './office-hours-rows';
import { seasonsOf } from './seasons-of';
import { hoursInForce, unsetHours, type KeptHours } from './offices';

type NewHours = RouteInput<'POST /api/office-hours'>['body'];
type HoursAnswer = RouteAnswer<'GET /api/office-hours'>['items'][number];
type ChangeAnswer = RouteAnswer<'POST /api/office-hours'>;

/** When offices are open on a working day: no version is ever changed, only followed by another one. */
@Controller()
export class OfficeHoursController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly rules: DeadlineRules,
    private readonly preview: MovePreview,
    private readonly directory: Directory,
    private readonly clock: Clock,
    renders: Renders,
  ) {
    renders.add(officeHoursChange, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/office-hours')
  async list({ query }: RouteInput<'GET /api/office-hours'>): Promise<RouteAnswer<'GET /api/office-hours'>> {
    const rows = await readOfficeHours(this.database.sql);
    const views = withUnset(rows).map((each) => viewOf(each, rows));
    return pageOf(views, ({ departmentId, version }) => `${departmentId ?? 'house'}/${version}`, query);
  }

  /** New hours, which open clocks follow; or only what they would move. */
  @Handles('POST /api/office-hours')
  async set({ query, body }: RouteInput<'POST /api/office-hours'>, caller: Caller): Promise<ChangeAnswer> {
    this.check(body);
    const rows = await this.rules.rows();
    if (query.preview) return this.previewed(body, rows);
    const id = uuidV7(this.clock.now());
    const { departments } = rows;
    await this.administration.write(
      caller,
      (sql, at) => addHours(sql, { ...body, id }, { at, by: caller.id, departments }),
      id,
    );
    this.rules.forget();
    return this.one(id);
  }

  private async previewed(body: NewHours, rows: RuleRows): Promise<ChangeAnswer> {
    const before = beforeOf(rows.hours, body);
    // An id that no row has: what is counted by it is counted by these hours.
    const after = { ...body, id: uuidV7(this.clock.now()), version: before.version + 1 };
    const touches = touchedByHours(before, after, rows.departments);
    const moves = await this.preview.moves(touches, rulesOf({ ...rows, hours: [...rows.hours, after] }));
    return { ...viewOf(after, rows.hours), moves };
  }

  private async one(id: string): Promise<ChangeAnswer> {
    const rows = await readOfficeHours(this.database.sql);
    const found = rows.find((each) => each.id === id);
    if (!found) throw new Error(`the office hours ${id} are gone`);
    return { ...viewOf(found, rows), moves: null };
  }

  /** @throws Refusal for hours that no calendar could be made of, or of an office that there is not */
  private check({ departmentId, sessions, seasons }: NewHours): void {
    if (departmentId) checkDepartment(this.directory, departmentId, 'departmentId');
    if (!departmentId && !sessions) throw refusalAt('sessions', '全区工作时间不能停用，请填写时段');
    try {
      if (sessions) new OfficeDay({ sessions });
    } catch {
      throw refusalAt('sessions', '各时段须先后排列，互不重叠，结束晚于开始');
    }
    if (!sessions && seasons.length > 0) throw refusalAt('seasons', '恢复全区工作时间的，不另设季节作息');
    try {
      if (sessions) new OfficeYear({ sessions, seasons });
    } catch {
      throw refusalAt('seasons', '各季节作息须有起止日期，互不重叠；时段须先后排列，互不重叠');
    }
  }
}

/** The next version, in the transaction that changes it. */
async function addHours(
  sql: Sql,
  given: Omit<KeptHours, 'version'>,
  { departments, ...made }: { at: Date; by: string; departments: ParentOf },
): Promise<AdminChange> {
  const before = beforeOf(await readOfficeHours(sql), given);
  const after = { ...given, version: before.version + 1 };
  await insertOfficeHours(sql, after);
  const named = { subject: 'office-hours', subjectId: after.departmentId ?? 'house' } as const;
  await orderRecomputation(sql, named, touchedByHours(before, after, departments), made);
  return { ...named, action: 'edit', before: told(before), after: told(after) };
}

/** What an office keeps until its next version; a department that never had its own keeps those of the house. */
const beforeOf = (rows: readonly KeptHours[], { departmentId }: Pick<KeptHours, 'departmentId'>): KeptHours =>
  hoursInForce(rows).find((each) => each.departmentId === departmentId) ??
  (departmentId === null ? unsetHours : { ...unsetHours, departmentId, sessions: null, source: '' });

const told = ({ version, sessions, seasons = [], source }: KeptHours): object => ({
  version,
  sessions,
  seasons,
  source,
});

/** With what the house kept before anybody set it, last of its versions. */
function withUnset(rows: readonly KeptHours[]): KeptHours[] {
  const ofHouse = rows.filter(({ departmentId }) => departmentId === null);
  return [...ofHouse, unsetHours, ...rows.slice(ofHouse.length)];
}

const viewOf = (hours: KeptHours, among: readonly KeptHours[]): HoursAnswer => {
  const { departmentId, version, sessions, seasons = [], source } = hours;
  const inForce = beforeOf(among, hours).version === version;
  return {
    departmentId,
    version,
    sessions: sessions && [...sessions],
    seasons: seasonsOf({ seasons }),
    source,
    inForce,
  };
};
