import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { DeadlineRules } from './deadline-rules';
import { downFrom, upFrom } from './parent-of';
import { limitStanding } from './limit-standing';
import { orderRecomputation } from './recomputations';
import { touchedByLimit, type Touches } from './rule-change';
import { limitTold, scopeName, TimeLimits, type TimeLimit } from './time-limit';

type NewLimit = RouteInput<'POST /api/time-limits'>['body'];

/** The rows of the limits: none is ever changed, only followed by another version. */
@Injectable()
export class TimeLimitStore {
  constructor(
    private readonly administration: Administration,
    private readonly rules: DeadlineRules,
    private readonly clock: Clock,
  ) {}

  /** The row that this would become, with the tickets it can touch. @throws Refusal when nothing would be left of a step */
  async drafted(body: NewLimit): Promise<{ limit: TimeLimit; touches: Touches | null }> {
    const { limits, categories } = await this.rules.rows();
    const limit = this.follows(limits, body);
    if (limit.amount === null) checkEnd(limits, limit, (code) => upFrom(categories, code));
    const below = (code: string) => downFrom(categories, code);
    return { limit, touches: touchedByLimit(limit, shanghaiDate(this.clock.now()), below) };
  }

  /** @throws KeyTaken for a key that has been used */
  async add(body: NewLimit, caller: Caller): Promise<string> {
    const { touches } = await this.drafted(body);
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql, at) => {
        const limits = await this.rules.limits(sql);
        const limit = { ...this.follows(limits, body), id };
        await insert(sql, limit);
        const named = { subject: 'time-limit', subjectId: scopeName(limit) } as const;
        await orderRecomputation(sql, named, touches, { at, by: caller.id });
        return { ...named, ...changeOf(newestOf(limits, limit), limit) };
      },
      id,
    );
    this.rules.forget();
    return id;
  }

  /** The next version of a limit. Without a date it begins when the one in force did. */
  private follows(limits: readonly TimeLimit[], body: NewLimit): TimeLimit {
    const { type = null, urgency = null, categoryCode = null, clock, amount, unit, source } = body;
    const scope = { type, urgency, categoryCode, clock };
    const same = limits.filter((each) => scopeName(each) === scopeName(scope));
    const inForce = same.find((each) => limitStanding(each, same, this.clock.now()) === 'in-force');
    const validFrom = body.validFrom === undefined ? (inForce?.validFrom ?? null) : body.validFrom;
    const version = (newestOf(limits, scope)?.version ?? 0) + 1;
    return { id: 'draft', version, ...scope, amount, unit, source, validFrom };
  }
}

const newestOf = (limits: readonly TimeLimit[], scope: Parameters<typeof scopeName>[0]): TimeLimit | undefined =>
  limits
    .filter((each) => scopeName(each) === scopeName(scope))
    .reduce<TimeLimit | undefined>(
      (newest, each) => (newest && newest.version > each.version ? newest : each),
      undefined,
    );

/** A class whose step would have no limit any more would leave open tickets without a clock. */
function checkEnd(limits: readonly TimeLimit[], ended: TimeLimit, above: (code: string) => readonly string[]): void {
  const { type, urgency, categoryCode, clock, validFrom } = ended;
  const from = new Date(`${validFrom ?? '2000-01-01'}T23:59:59+08:00`);
  const ticket = { type: type ?? 'other', urgency: urgency ?? 'normal', categoryCode } as const;
  if (!new TimeLimits([...limits, ended], above).of(clock, ticket, from))
    throw new Refusal('conflict', '没有更一般的时限可以接替，不能停用；请改为新的时长');
}

const changeOf = (
  before: TimeLimit | undefined,
  after: TimeLimit,
): Pick<AdminChange, 'action' | 'before' | 'after'> => ({
  action: after.amount === null ? 'end' : before ? 'edit' : 'create',
  before: before ? limitTold(before) : null,
  after: limitTold(after),
});

async function insert(sql: Sql, limit: TimeLimit): Promise<void> {
  const { id, version, type, urgency, categoryCode, clock, amount, unit, source, validFrom } = limit;
  await sql.query(
    `INSERT INTO deadlines.time_limit (id, version, type, urgency, category_code, clock, amount, unit, source, valid_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, version, type, urgency, categoryCode, clock, amount, unit, source, validFrom],
  );
}
