import { Controller } from '@nestjs/common';
import { ladderRowView } from '#http-api/deadline-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { NotFound, VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { ladders } from '#ticket/clock-holder';
import { isFlagRung, rungNames } from '#ticket/rung';
import { urgencies } from '#ticket/urgency';
import { DeadlineRules } from '../deadline-rules';
import { orderRecomputation } from '../recomputations';
import { touchedByRung } from '../rule-change';
import type { LadderRow, LadderRule } from './ladder-row';
import { ladderInForce, ladderRowName, ladderVersions, replaceLadderRow, toldOfRow } from './ladder-rows';

type View = RouteAnswer<'PUT /api/ladder/:name'>;

/** 督促阶梯: when each rung comes, whom it reaches, and how, as rows with versions. */
@Controller()
export class LadderController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly rules: DeadlineRules,
    renders: Renders,
  ) {
    renders.add(ladderRowView, ({ params }) => this.one(params['name'] ?? ''));
  }

  @Handles('GET /api/ladder')
  async list({ query }: RouteInput<'GET /api/ladder'>): Promise<RouteAnswer<'GET /api/ladder'>> {
    const rows = await (query.history ? ladderVersions : ladderInForce)(this.database.sql);
    const asked = rows.filter(({ ladder }) => (query.ladder ?? ladder) === ladder);
    return pageOf(asked.map(viewOf).sort(inOrder), ({ name, version }) => `${name}.${version}`, query);
  }

  /** A new version, which running clocks follow. @throws Refusal for a distance that makes no sense; VersionConflict; NotFound */
  @Handles('PUT /api/ladder/:name')
  async change({ params, version, body }: RouteInput<'PUT /api/ladder/:name'>, caller: Caller): Promise<View> {
    await this.administration.write(caller, async (sql, at) => {
      const before = named(await ladderInForce(sql), params.name);
      check(before, body);
      if (before.version !== version) throw new VersionConflict(before.version, toldOfRow(before));
      const after = { ...before, ...body, version: version + 1 };
      await replaceLadderRow(sql, before, after, at);
      const rung = { subject: 'ladder-row', subjectId: params.name } as const;
      await orderRecomputation(sql, rung, touchedByRung(before, after), { at, by: caller.id });
      return { ...rung, action: 'edit', before: toldOfRow(before), after: toldOfRow(after) } as const;
    });
    this.rules.forget();
    return this.one(params.name);
  }

  private async one(name: string): Promise<View> {
    return viewOf(named(await ladderInForce(this.database.sql), name));
  }
}

function named(rows: readonly LadderRow[], name: string): LadderRow {
  const found = rows.find((row) => ladderRowName(row) === name);
  if (!found) throw new NotFound('ladder row');
  return found;
}

/** Flags come with their clock: when they do is told by the limit. What follows from a rung is not a way to be told of it. */
function check({ rung, ways: before }: LadderRow, rule: Pick<LadderRule, 'amount' | 'unit' | 'ways' | 'isOn'>): void {
  const { amount, unit, ways, isOn } = rule;
  const isFlag = isFlagRung(rung);
  if (isFlag && amount !== 0) throw refusalAt('amount', '提醒、黄牌和红牌的时间由时限决定，这里须为 0');
  if (isFlag && !isOn) throw refusalAt('isOn', '提醒、黄牌和红牌不能停用');
  if (unit === 'months' && amount === 0) throw refusalAt('amount', '按月计时至少为 1');
  if (String(following(ways)) !== String(following(before)))
    throw refusalAt('ways', '拟督办单、列入通报由级别决定，不能改');
}

const following = (ways: LadderRule['ways']): string[] => ways.filter((way) => way !== 'message').sort();

const viewOf = (row: LadderRow): View => {
  const { version, ladder, urgency, rung, anchor, amount, unit, audience, ways, atNight, isOn, source, validTo } = row;
  const said = { version, ladder, urgency, rung, anchor, amount, unit, atNight, isOn, source };
  const standing = { state: validTo ? 'past' : 'in-force', validTo: validTo?.toISOString() ?? null } as const;
  return { name: ladderRowName(row), ...said, audience: [...audience], ways: [...ways], ...standing };
};

const placeIn = (table: object, left: string, right: string): number =>
  Object.keys(table).indexOf(left) - Object.keys(table).indexOf(right);

/** As people read it: ladder after ladder, ordinary tickets first, rung above rung, the newest version first. */
const inOrder = (left: View, right: View): number =>
  placeIn(ladders, left.ladder, right.ladder) ||
  placeIn(urgencies, left.urgency, right.urgency) ||
  rungNames.indexOf(left.rung) - rungNames.indexOf(right.rung) ||
  right.version - left.version;
