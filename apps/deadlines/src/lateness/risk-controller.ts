import { Controller } from '@nestjs/common';
import type { Risk } from '#ticket/lateness';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { latestLateness } from '#store/lateness-rows';
import { isOpenTicket } from '#store/open-tickets';
import type { Caller } from '#platform/caller';
import { readCursor, cut } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Lateness } from '#platform/lateness';
import { placeNamed } from '#platform/place-named';
import { inScope } from '#platform/scope';

type Risks = RouteAnswer<'GET /api/risks'>;

interface DueSoon {
  [column: string]: unknown;
  ticketId: string;
  number: string;
  title: string;
  categoryCode: string | null;
  departmentId: string;
  dispatchedAt: Date;
  dueAt: Date;
}

const dayMs = 86_400_000;
/** What is due later can still be looked at tomorrow. */
const soonDays = 3;
/** Of those that are due soon, the first are looked at. */
const mostLookedAt = 2_000;

/** What is likely to be late, while something can still be done. */
@Controller()
export class RiskController {
  constructor(
    private readonly database: Database,
    private readonly lateness: Lateness,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Handles('GET /api/risks')
  async list({ query }: RouteInput<'GET /api/risks'>, caller: Caller): Promise<Risks> {
    const parts = await this.dueSoon(caller);
    const risks = await this.lateness.risks(parts);
    const ranked = parts
      .map((part, index) => ({ part, risk: risks[index] ?? null }))
      .filter((each): each is Ranked => each.risk !== null && (!query.level || each.risk.level === query.level))
      .sort(likeliestFirst);
    const rest = ranked.slice(placeAfter(ranked, query.cursor));
    const { shown, nextCursor } = cut(rest.slice(0, query.limit + 1), query.limit, ({ part, risk }) => [
      String(thousandths(risk)),
      part.ticketId,
    ]);
    return { items: shown.map((each) => this.view(each)), nextCursor };
  }

  @Handles('GET /api/risks/model')
  async model(): Promise<RouteAnswer<'GET /api/risks/model'>> {
    const latest = await latestLateness(this.database.sql);
    if (!latest) return { model: null };
    const { day, madeAt, parts, testedParts, calibrationError } = latest;
    return { model: { day, madeAt: madeAt.toISOString(), parts, testedParts, calibrationError } };
  }

  private dueSoon(caller: Caller): Promise<DueSoon[]> {
    const now = this.clock.now();
    const values: unknown[] = [now, new Date(now.getTime() + soonDays * dayMs)];
    // In the words of the index over open tickets by their due time.
    return this.database.lists.query<DueSoon>(
      `SELECT t.id AS "ticketId", t.number, t.title, t.category_code AS "categoryCode", a.department_id AS "departmentId",
         a.dispatched_at AS "dispatchedAt", a.due_at AS "dueAt"
       FROM (SELECT t.* FROM ticket.ticket t WHERE ${isOpenTicket} AND coalesce(t.due_at, 'infinity') > $1
           AND coalesce(t.due_at, 'infinity') <= $2 AND t.state IN ('dispatched', 'handling', 'returning') AND ${inScope(caller, values)}
         ORDER BY coalesce(t.due_at, 'infinity'), t.id LIMIT ${mostLookedAt}) t
       JOIN ticket.assignment a ON a.ticket_id = t.id AND a.id = t.lead_id AND a.due_at > $1`,
      values,
    );
  }

  private view({ part, risk }: Ranked): Risks['items'][number] {
    const { ticketId, number, title, categoryCode, departmentId, dispatchedAt, dueAt } = part;
    return {
      ticketId,
      number,
      title: maskNumbers(title),
      category: placeNamed(this.directory.categories, categoryCode),
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
      dispatchedAt: dispatchedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      risk,
    };
  }
}

interface Ranked {
  readonly part: DueSoon;
  readonly risk: Risk;
}

const likeliestFirst = (left: Ranked, right: Ranked): number =>
  right.risk.chance - left.risk.chance || (left.part.ticketId < right.part.ticketId ? -1 : 1);

const thousandths = ({ chance }: Risk): number => Math.round(chance * 1_000);

/** Chances move between two pages: the next one begins with the first that is less likely than the last shown. */
function placeAfter(ranked: readonly Ranked[], cursor: string | undefined): number {
  const [chance, ticketId] = readCursor(cursor, 'number', 'id') ?? [];
  if (chance === undefined || ticketId === undefined) return 0;
  const at = ranked.findIndex(
    ({ part, risk }) =>
      thousandths(risk) < Number(chance) || (thousandths(risk) === Number(chance) && part.ticketId > ticketId),
  );
  return at < 0 ? ranked.length : at;
}
