import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { scoreRulesView } from '#http-api/score-shapes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { departmentFormulas } from '../department-figures';
import type { ScoreRule } from './score';
import { addScoreRules, scoreRulesVersions, type KeptScoreRules } from './score-rules-rows';

type View = RouteAnswer<'POST /api/score-rules'>;

/** 评分规则: what each rate of a department is worth. */
@Controller()
export class ScoreController {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    renders: Renders,
  ) {
    renders.add(scoreRulesView, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/score-rules')
  async list({ query }: RouteInput<'GET /api/score-rules'>): Promise<RouteAnswer<'GET /api/score-rules'>> {
    const versions = await scoreRulesVersions(this.database.sql);
    return pageOf(versions.map(viewOf), ({ version }) => String(version), query);
  }

  /** What is judged as of an instant before stays as it was. */
  @Handles('POST /api/score-rules')
  async add({ body }: RouteInput<'POST /api/score-rules'>, caller: Caller): Promise<View> {
    refuseOdd(body.rules);
    let version = 0;
    await this.administration.write(caller, async (sql, at) => {
      const [before] = await scoreRulesVersions(sql);
      version = await addScoreRules(sql, body, caller.id, at);
      const told = (rules: { leastTickets: number; rules: readonly ScoreRule[] }) => ({
        leastTickets: rules.leastTickets,
        rules: rules.rules.map(ruleWords),
      });
      return {
        ...{ subject: 'score-rules', subjectId: String(version), action: 'edit' },
        ...{ before: before ? told(before) : null, after: told(body) },
      };
    });
    return this.one(String(version));
  }

  private async one(version: string): Promise<View> {
    const found = (await scoreRulesVersions(this.database.sql)).find((each) => String(each.version) === version);
    if (!found) throw new NotFound('score rules');
    return viewOf(found);
  }
}

const viewOf = ({ version, leastTickets, rules, setBy, setAt }: KeptScoreRules): View => ({
  ...{ version, leastTickets, rules: [...rules], setBy },
  setAt: version === 1 ? null : setAt.toISOString(),
});

const labelOf = (rate: string): string | undefined =>
  Object.hasOwn(departmentFormulas, rate)
    ? departmentFormulas[rate as keyof typeof departmentFormulas].label
    : undefined;

const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

const ruleWords = ({ rate, points, floor, cap }: ScoreRule): string =>
  `${labelOf(rate) ?? rate} ${points}分（${percent(floor)}—${percent(cap)}）`;

/** @throws Refusal */
function refuseOdd(rules: readonly ScoreRule[]): void {
  rules.forEach(({ rate, floor, cap }, index) => {
    if (labelOf(rate) === undefined) throw refusalAt(`rules[${index}].rate`, '没有这个指标');
    if (floor >= cap) throw refusalAt(`rules[${index}].cap`, '满分线要高于零分线');
    if (rules.findIndex((other) => other.rate === rate) !== index)
      throw refusalAt(`rules[${index}].rate`, '同一个指标只能评一次');
  });
  const points = rules.reduce((sum, rule) => sum + rule.points, 0);
  if (Math.abs(points - 100) > 1e-9) throw refusalAt('rules', `各项分值合计应为100分，现在是${points}分`);
}
