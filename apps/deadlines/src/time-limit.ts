import type { Limit } from '#calendar/limit';
import { shanghaiInstant } from '#calendar/shanghai-time';
import type { ClockKind } from '#ticket/clock-kind';
import { limitTypeOf, type LimitClass } from '#ticket/limit-class';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';

/** The tickets a limit is for: null means every type, urgency or category; a category means those below it too. */
export interface LimitScope {
  readonly type: TicketType | null;
  readonly urgency: Urgency | null;
  readonly categoryCode: string | null;
}

/** One row of the limits: which tickets have how long for which step. */
export interface TimeLimit extends LimitScope {
  readonly id: string;
  readonly version: number;
  readonly clock: ClockKind;
  /** Null ends the limit: from then on a more general one counts, if there is one. */
  readonly amount: number | null;
  readonly unit: Limit['unit'];
  readonly source: string;
  /** YYYY-MM-DD in Shanghai: the first day on which steps start with this limit; null since always. */
  readonly validFrom: string | null;
}

/** A row that gives an amount of time. */
export type GivenLimit = TimeLimit & Limit;

/** What of a ticket decides how long its steps may take. */
export interface LimitedClass {
  readonly type: TicketType;
  readonly urgency: Urgency;
  /** Absent, as null, for a ticket that has none. */
  readonly categoryCode?: string | null;
  /** Absent, as null, for a ticket with the limits of its own type. */
  readonly limitClass?: LimitClass | null;
}

/** A category and those above it, nearest first. */
export type CategoryChain = (code: string) => readonly string[];

/** What names the class and step a row is for, with its category where it has one; a star holds for all. */
export const scopeName = ({ type, urgency, clock, categoryCode }: LimitScope & Pick<TimeLimit, 'clock'>): string =>
  [type ?? '*', urgency ?? '*', clock, ...(categoryCode === null ? [] : [categoryCode])].join('/');

/** A limit as administrative events tell it. */
export const limitTold = ({ version, amount, unit, source, validFrom }: Omit<TimeLimit, 'id'>): object => ({
  version,
  amount,
  unit,
  source,
  ...(validFrom !== null && { validFrom }),
});

/** All limits there are and will be, asked by step, class and the instant at which the step starts. */
export class TimeLimits {
  private readonly byClock = new Map<ClockKind, LimitHistory[]>();

  constructor(
    rows: readonly TimeLimit[],
    private readonly above: CategoryChain = (code) => [code],
  ) {
    const named = new Map<string, TimeLimit[]>();
    for (const row of rows) named.set(scopeName(row), [...(named.get(scopeName(row)) ?? []), row]);
    for (const versions of named.values()) {
      const history = new LimitHistory(versions);
      const { clock } = history.scope;
      this.byClock.set(clock, [...(this.byClock.get(clock) ?? []), history]);
    }
  }

  /**
   * The limit of a step that starts at this instant, or null when this class has no such step. Of the rows that hold for
   * the class the most specific one counts: a nearer category first, then an urgency, then a type.
   */
  of(clock: ClockKind, ticket: LimitedClass, start: Date): GivenLimit | null {
    const categories = ticket.categoryCode ? this.above(ticket.categoryCode) : [];
    let best: GivenLimit | null = null;
    let bestWeight = -1;
    for (const history of this.byClock.get(clock) ?? []) {
      const weight = weightFor(history.scope, ticket, categories);
      const limit = weight > bestWeight ? history.at(start) : null;
      if (limit) [best, bestWeight] = [limit, weight];
    }
    return best;
  }
}

/** The versions of one limit, asked by date. */
class LimitHistory {
  readonly scope: TimeLimit;
  /** The latest to begin first, of those the highest version. */
  private readonly versions: readonly { since: number; limit: TimeLimit }[];

  constructor(versions: readonly TimeLimit[]) {
    this.scope = versions[0] as TimeLimit;
    this.versions = versions
      .map((limit) => ({
        limit,
        since: limit.validFrom === null ? -Infinity : shanghaiInstant(limit.validFrom, '00:00').getTime(),
      }))
      .sort((a, b) => (a.since === b.since ? b.limit.version - a.limit.version : b.since - a.since));
  }

  at(start: Date): GivenLimit | null {
    const found = this.versions.find(({ since }) => since <= start.getTime())?.limit;
    return found?.amount == null ? null : (found as GivenLimit);
  }
}

/** How specific a row is for a class; -1 when it does not hold for it. */
function weightFor(scope: LimitScope, ticket: LimitedClass, categories: readonly string[]): number {
  const [type, { urgency }] = [limitTypeOf(ticket), ticket];
  const nearness = scope.categoryCode === null ? 0 : categories.length - categories.indexOf(scope.categoryCode);
  if (nearness > categories.length) return -1;
  if (scope.type !== null && scope.type !== type) return -1;
  if (!isForUrgency(scope, type, urgency)) return -1;
  return nearness * 4 + (scope.urgency === null ? 0 : 2) + (scope.type === null ? 0 : 1);
}

/**
 * Urgency beats type and category: a row that names one of them and no urgency is for ordinary tickets, so that nobody
 * gives a gas leak ten working days by its category. A praise is never urgent, and has only limits of its own or common ones.
 */
function isForUrgency(scope: LimitScope, type: TicketType, urgency: Urgency): boolean {
  const isCommon = scope.type === null && scope.urgency === null && scope.categoryCode === null;
  if (type === 'praise') return isCommon || (scope.type === 'praise' && scope.urgency === null);
  return scope.urgency === null ? isCommon || urgency === 'normal' : scope.urgency === urgency;
}
