import { Injectable } from '@nestjs/common';
import { issueGrowth } from '#ticket/issue';
import type { IssueRuleValues } from '#ticket/issue-rule';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readRuleValues } from '#store/issue-rule-rows';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { after, cutPage, orderBy, type Order } from '#platform/list-order';
import { issuesInScope } from '#platform/scope';
import { isGrowing, isShown, issueSelect, type AskedIssues, type SelectedIssue } from './issue-select';

export type IssueSummary = RouteAnswer<'GET /api/issues'>['items'][number];
type Query = RouteInput<'GET /api/issues'>['query'];

const byId = { sql: 'i.id', of: (row: SelectedIssue) => row.id, cast: 'uuid', part: 'id' } as const;
const orders = {
  '-activeAt': {
    keys: [{ sql: 'f.active_at', of: ({ activeAt }) => activeAt, cast: 'timestamptz', part: 'instant' }, byId],
    descending: true,
  },
  '-tickets': {
    keys: [{ sql: 'f.tickets', of: ({ tickets }) => tickets, cast: 'int', part: 'number' }, byId],
    descending: true,
  },
} as const satisfies Record<string, Order<SelectedIssue>>;

/** Hot issues as somebody may see them. */
@Injectable()
export class IssueReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  async list(query: Query, caller: Caller): Promise<RouteAnswer<'GET /api/issues'>> {
    const asked = await this.asked(caller);
    const { columns, from } = issueSelect(asked);
    const order: Order<SelectedIssue> = orders[query.sort];
    const conditions = [isShown(asked), ...filters(query, asked)];
    if (query.cursor) conditions.push(after(order, query.cursor, asked.values));
    const rows = await this.database.lists.query<SelectedIssue>(
      `SELECT ${columns} ${from} WHERE ${conditions.join(' AND ')} ${orderBy(order)} LIMIT ${query.limit + 1}`,
      asked.values,
    );
    const { shown, nextCursor } = cutPage(rows, query.limit, order);
    return { items: shown.map((row) => this.summary(row, asked.rules)), nextCursor };
  }

  /** @throws NotFound also for one that is out of scope */
  async one(
    id: string,
    caller: Caller,
  ): Promise<{ row: SelectedIssue; summary: IssueSummary; rules: IssueRuleValues }> {
    const asked = await this.asked(caller);
    const { columns, from } = issueSelect(asked);
    const condition = `i.id = $${asked.values.push(isUuid(id) ? id : null)} AND ${issuesInScope(caller, asked.values)}`;
    const row = await this.database.sql.one<SelectedIssue>(
      `SELECT ${columns} ${from} WHERE ${condition}`,
      asked.values,
    );
    if (!row) throw new NotFound('issue');
    return { row, summary: this.summary(row, asked.rules), rules: asked.rules };
  }

  async asked(caller: Caller): Promise<AskedIssues> {
    return { caller, rules: await readRuleValues(this.database.sql), at: this.clock.now(), values: [] };
  }

  private readonly department = (id: string) => ({ id, name: this.directory.departmentName(id) });

  private summary(row: SelectedIssue, rules: IssueRuleValues): IssueSummary {
    const { id, version, state, kind, name, tickets, citizens, light, alerts, leadDepartmentId } = row;
    return {
      ...{ id, version, state, kind, name, tickets, citizens, light, alerts },
      title: name ?? maskNumbers(row.firstTitle ?? '（暂无工单）'),
      lead: leadDepartmentId === null ? null : this.department(leadDepartmentId),
      firstAt: row.firstAt?.toISOString() ?? null,
      activeAt: row.activeAt.toISOString(),
      growth: growthOf(row, rules),
      growing: row.recent >= rules.growingTickets && row.recent >= Math.max(row.earlier, 1) * rules.growingTimes,
    };
  }
}

const growthOf = ({ recent, earlier }: SelectedIssue, { trendDays }: IssueRuleValues): IssueSummary['growth'] => ({
  value: earlier === 0 ? null : recent / earlier,
  numerator: recent,
  denominator: earlier,
  days: trendDays,
  formula: issueGrowth.name,
  formulaVersion: issueGrowth.version,
});

function filters({ state, kind, named, growing, light, leadId, q }: Query, asked: AskedIssues): string[] {
  const { values } = asked;
  const place = (value: unknown): string => `$${values.push(value)}`;
  return [
    `i.state = ${place(state)}`,
    ...(kind ? [`i.kind = ${place(kind)}`] : []),
    ...(named === undefined ? [] : [named ? 'i.name IS NOT NULL' : 'i.name IS NULL']),
    ...(growing === undefined ? [] : [growing ? isGrowing(asked) : `NOT ${isGrowing(asked)}`]),
    ...(light ? [`l.light = ${place(light)}`] : []),
    ...(leadId ? [`i.lead_department_id = ${place(isUuid(leadId) ? leadId : null)}::uuid`] : []),
    ...(q?.trim() ? [`strpos(lower(i.name), lower(${place(q.trim())})) > 0`] : []),
  ];
}
