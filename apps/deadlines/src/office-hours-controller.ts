import { Controller } from '@nestjs/common';
import { Calendar } from '#calendar/calendar';
import { defaultOfficeHours } from '#calendar/office-hours';
import { officeHoursChange } from '#http-api/office-hours-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { DeadlineRules, dueTimesOf, type KeptHours } from './deadline-rules';
import { MovePreview } from './move-preview';
import { orderRecomputation } from './recomputations';
import { touchedByHours } from './rule-change';

/** The hours of a house that has set none. */
const unset: KeptHours = { ...defaultOfficeHours, id: null, version: 0, source: '系统默认' };

/** When the house is open on a working day: none is ever changed, only followed by another version. */
@Controller()
export class OfficeHoursController {
  constructor(
    private readonly administration: Administration,
    private readonly rules: DeadlineRules,
    private readonly preview: MovePreview,
    private readonly clock: Clock,
    renders: Renders,
  ) {
    renders.add(officeHoursChange, async ({ reference }) => {
      const kept = (await this.rules.officeHours()).find(({ id }) => id === reference);
      return viewOf(kept ?? unset, null);
    });
  }

  @Handles('GET /api/office-hours')
  async list({ query }: RouteInput<'GET /api/office-hours'>): Promise<RouteAnswer<'GET /api/office-hours'>> {
    const versions = [...(await this.rules.officeHours()), unset];
    return pageOf(versions.map(plain), ({ version }) => String(version), query);
  }

  /** New hours, which open clocks follow; or only what they would move. */
  @Handles('POST /api/office-hours')
  async set(
    { query, body }: RouteInput<'POST /api/office-hours'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/office-hours'>> {
    checkSessions(body.sessions);
    const [before = unset] = await this.rules.officeHours();
    const after = { ...body, id: null, version: before.version + 1 };
    if (!query.preview) return viewOf(await this.add(body, caller), null);
    const rows = await this.rules.rows();
    const dueTimes = dueTimesOf({ ...rows, hours: after });
    return viewOf(after, await this.preview.moves(touchedByHours(before, after), dueTimes));
  }

  private async add(body: RouteInput<'POST /api/office-hours'>['body'], caller: Caller): Promise<KeptHours> {
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      (sql, at) => addHours(this.rules, sql, { ...body, id }, { at, by: caller.id }),
      id,
    );
    this.rules.forget();
    return (await this.rules.officeHours()).find((each) => each.id === id) ?? unset;
  }
}

/** The next version, in the transaction that changes it. */
async function addHours(
  rules: DeadlineRules,
  sql: Sql,
  given: Omit<KeptHours, 'version'>,
  made: { at: Date; by: string },
): Promise<AdminChange> {
  const [before = unset] = await rules.officeHours(sql);
  const after = { ...given, version: before.version + 1 };
  await sql.query(`INSERT INTO deadlines.office_hours (id, version, sessions, source) VALUES ($1, $2, $3, $4)`, [
    after.id,
    after.version,
    JSON.stringify(after.sessions),
    after.source,
  ]);
  const named = { subject: 'office-hours', subjectId: 'house' } as const;
  await orderRecomputation(sql, named, touchedByHours(before, after), made);
  return { ...named, action: 'edit', before: plain(before), after: plain(after) };
}

const plain = ({ version, sessions, source }: KeptHours) => ({ version, sessions: [...sessions], source });

const viewOf = (
  hours: KeptHours,
  moves: RouteAnswer<'POST /api/office-hours'>['moves'],
): RouteAnswer<'POST /api/office-hours'> => ({ ...plain(hours), moves });

/** @throws Refusal for hours that no calendar could be made of */
function checkSessions(sessions: KeptHours['sessions']): void {
  try {
    new Calendar([], { sessions });
  } catch {
    throw refusalAt('sessions', '各时段须先后排列，互不重叠，结束晚于开始');
  }
}
