import { Injectable } from '@nestjs/common';
import { shanghaiInstant } from '#calendar/shanghai-time';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { KeyRing } from '#store/key-ring';
import { NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import { addVisit, hasVisit, readVisits, type Visit } from '#store/visit-rows';
import type { Caller } from '#platform/caller';
import { checkPlaces } from '#platform/check-places';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { placeNamed } from '#platform/place-named';
import { refusalAt } from '#platform/problems';

export type VisitView = RouteAnswer<'POST /api/visits'>;

const dayMs = 86_400_000;
/** A visit is noted afterwards; clocks differ by a few minutes. */
const clockToleranceMs = 300_000;

/** Visits as rows; which household stands in them sealed. */
@Injectable()
export class Visits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly directory: Directory,
  ) {}

  /** @throws Refusal for a place that is not there, or a time to come */
  async add(body: RouteInput<'POST /api/visits'>['body'], caller: Caller): Promise<string> {
    checkPlaces(this.directory, { areaCode: body.areaCode });
    const now = this.clock.now();
    const at = new Date(body.at);
    if (at.getTime() > now.getTime() + clockToleranceMs) throw refusalAt('at', '走访时间不能晚于现在');
    const visit = { ...body, id: uuidV7(now), at, areaCode: body.areaCode ?? null, byAccount: caller.id };
    await this.database.transaction(async (sql) => {
      await addVisit(sql, this.keys, visit);
      if (caller.key) await commitKey(sql, caller.key, visit.id, now);
    });
    return visit.id;
  }

  /** @throws NotFound */
  async one(id: string): Promise<VisitView> {
    const [found] = isUuid(id) ? await readVisits(this.database.sql, this.keys, { id, limit: 1 }) : [];
    if (!found) throw new NotFound('visit');
    return this.view(found);
  }

  async list({ limit, cursor, from, to, ...query }: RouteInput<'GET /api/visits'>['query']) {
    const after = readCursor(cursor, 'instant', 'id');
    const days = {
      from: from === undefined ? undefined : shanghaiInstant(from, '00:00'),
      before: to === undefined ? undefined : new Date(shanghaiInstant(to, '00:00').getTime() + dayMs),
    };
    const asked = { ...query, ...days, after, limit: limit + 1 };
    const rows = await readVisits(this.database.lists, this.keys, asked);
    const { shown, nextCursor } = cut(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    return { items: shown.map((each) => this.view(each)), nextCursor };
  }

  /** @throws Refusal when a ticket names a visit that nobody has made */
  async checkExists(id: string): Promise<void> {
    if (!isUuid(id) || !(await hasVisit(this.database.sql, id))) throw refusalAt('visitId', '没有这次走访');
  }

  private view({ areaCode, at, id, team, household, mode, tickets }: Visit & { tickets: number }): VisitView {
    const area = placeNamed(this.directory.areas, areaCode);
    return { id, team, household, mode, at: at.toISOString(), area, tickets };
  }
}
