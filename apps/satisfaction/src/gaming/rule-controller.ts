import { Controller } from '@nestjs/common';
import { gamingRuleFault, gamingSignNames, gamingSignRow, type GamingRule } from '#ticket/gaming-sign';
import { gamingRuleView } from '#http-api/gaming-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound, VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { addRuleVersion, readRules, type RuleRow } from './rule-rows';
import { SignFinder } from './sign-finder';

type RuleView = RouteAnswer<'PUT /api/gaming-rules/:name'>;

/** From which numbers on each sign is told: rows with versions. */
@Controller()
export class RuleController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly finder: SignFinder,
    renders: Renders,
  ) {
    renders.add(gamingRuleView, async ({ params }) => viewOf(await this.rule(params['name'] ?? '')));
  }

  @Handles('GET /api/gaming-rules')
  async list({ query }: RouteInput<'GET /api/gaming-rules'>): Promise<RouteAnswer<'GET /api/gaming-rules'>> {
    const rows = new Map((await readRules(this.database.sql)).map((row) => [row.sign, row]));
    const inOrder = gamingSignNames.flatMap((sign) => rows.get(sign) ?? []);
    return pageOf(inOrder.map(viewOf), ({ sign }) => sign, query);
  }

  /** What it finds now is shown with the answer. @throws NotFound, Refusal, VersionConflict */
  @Handles('PUT /api/gaming-rules/:name')
  async change(
    { params, version, body }: RouteInput<'PUT /api/gaming-rules/:name'>,
    caller: Caller,
  ): Promise<RuleView> {
    const { sign } = await this.rule(params.name);
    const rule = { ...body, limitValue: body.limitValue ?? null };
    const fault = gamingRuleFault(sign, rule);
    if (fault) throw refusalAt(...fault);
    await this.administration.write(caller, async (sql, at) => {
      const before = await this.rule(sign, sql);
      if (before.version !== version) throw new VersionConflict(before.version, toldOf(before));
      const after = { sign, version: version + 1, rule };
      await addRuleVersion(sql, { ...after, by: caller.id, at });
      const told = { subject: 'gaming-rule', subjectId: sign, action: 'edit' } as const;
      return { ...told, before: toldOf(before), after: toldOf({ ...rule, version: after.version }) };
    });
    await this.finder.look(sign);
    return viewOf(await this.rule(sign));
  }

  /** @throws NotFound */
  private async rule(sign: string, sql: Sql = this.database.sql): Promise<RuleRow> {
    const found = (await readRules(sql)).find((rule) => rule.sign === sign);
    if (!found) throw new NotFound('gaming rule');
    return found;
  }
}

const toldOf = ({ version, leastTickets, windowDays, limitValue }: Pick<RuleRow, keyof GamingRule | 'version'>) => ({
  ...{ version, leastTickets, windowDays, limitValue },
});

function viewOf(rule: RuleRow): RuleView {
  const { sign, at } = rule;
  const { label, meaning, limit } = gamingSignRow(sign);
  const words = { label, meaning, limitLabel: limit?.label ?? null, limitUnit: limit?.unit ?? null };
  return { sign, ...words, ...toldOf(rule), at: at.toISOString() };
}
