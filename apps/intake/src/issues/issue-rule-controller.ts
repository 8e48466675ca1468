import { Controller } from '@nestjs/common';
import { issueRuleNames, issueRules, type IssueRuleName } from '#ticket/issue-rule';
import { issueRuleView } from '#http-api/issue-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { readIssueRules, type IssueRuleRow } from '#store/issue-rule-rows';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { IssueRuleChanges } from './issue-rule-changes';

type RuleView = RouteAnswer<'PUT /api/issue-rules/:name'>;

/** By which rules issues are found, shown and judged: rows with versions. */
@Controller()
export class IssueRuleController {
  constructor(
    private readonly database: Database,
    private readonly changes: IssueRuleChanges,
    renders: Renders,
  ) {
    renders.add(issueRuleView, ({ params }) => this.one(params['name'] ?? ''));
  }

  @Handles('GET /api/issue-rules')
  async list({ query }: RouteInput<'GET /api/issue-rules'>): Promise<RouteAnswer<'GET /api/issue-rules'>> {
    return pageOf(await this.all(), ({ name }) => name, query);
  }

  @Handles('PUT /api/issue-rules/:name')
  async change({ params, version, body }: RouteInput<'PUT /api/issue-rules/:name'>, caller: Caller): Promise<RuleView> {
    const { name } = await this.one(params.name);
    await this.changes.change({ name, version, value: body.value }, caller);
    return this.one(name);
  }

  /** @throws NotFound */
  private async one(name: string): Promise<RuleView> {
    const found = (await this.all()).find((rule) => rule.name === name);
    if (!found) throw new NotFound('issue rule');
    return found;
  }

  /** In the order of the table. */
  private async all(): Promise<RuleView[]> {
    const rows = new Map((await readIssueRules(this.database.sql)).map((row) => [row.name, row]));
    return issueRuleNames.flatMap((name) => viewOf(name, rows.get(name)));
  }
}

function viewOf(name: IssueRuleName, row: IssueRuleRow | undefined): RuleView[] {
  if (!row) return [];
  const { version, value, at } = row;
  return [{ name, version, value, at: at.toISOString(), ...issueRules[name] }];
}
