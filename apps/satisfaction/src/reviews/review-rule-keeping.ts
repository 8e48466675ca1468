import { Injectable } from '@nestjs/common';
import { reviewRules, type ReviewRule } from '#ticket/review-rule';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';

type RuleView = RouteAnswer<'PUT /api/review-rules/:rule'>;
type Input = RouteInput<'PUT /api/review-rules/:rule'>['body'];

interface RuleRow {
  [column: string]: unknown;
  rule: ReviewRule;
  categoryCode: string | null;
  percent: number;
}

const isRule = (name: string): name is ReviewRule => Object.hasOwn(reviewRules, name);
const nameOf = ({ rule, category }: RuleView): string => [rule, ...(category ? [category.code] : [])].join(':');

/** 审核规则: one row for a rule and a category, or for all other tickets. Without a row a rule holds for none. */
@Injectable()
export class ReviewRuleKeeping {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly directory: Directory,
  ) {}

  async list(query: RouteInput<'GET /api/review-rules'>['query']): Promise<RouteAnswer<'GET /api/review-rules'>> {
    const rows = await this.database.sql.query<RuleRow>(
      `SELECT rule, category_code AS "categoryCode", percent FROM satisfaction.review_rule
       ORDER BY array_position($1, rule), category_code NULLS FIRST`,
      [Object.keys(reviewRules)],
    );
    return pageOf(
      rows.map((row) => this.view(row)),
      nameOf,
      query,
    );
  }

  /** @throws NotFound */
  async one(rule: string, categoryCode: string | null): Promise<RuleView> {
    const row = await this.rowOf(this.database.sql, rule, categoryCode);
    if (!row) throw new NotFound('review rule');
    return this.view(row);
  }

  private rowOf(sql: Sql, rule: string, categoryCode: string | null): Promise<RuleRow | undefined> {
    return sql.one<RuleRow>(
      `SELECT rule, category_code AS "categoryCode", percent FROM satisfaction.review_rule
       WHERE rule = $1 AND category_code IS NOT DISTINCT FROM $2`,
      [rule, categoryCode],
    );
  }

  /** @throws NotFound for a rule that there is not; Refusal for an unknown category */
  async keep(rule: string, { categoryCode, percent }: Input, caller: Caller): Promise<RuleView> {
    if (!isRule(rule)) throw new NotFound('review rule');
    if (categoryCode !== null && !this.directory.categories.has(categoryCode))
      throw refusalAt('categoryCode', '没有这个事项分类');
    const kept = { rule, categoryCode, percent };
    const view = this.view(kept);
    await this.administration.write(caller, async (sql) => {
      const known = await this.rowOf(sql, rule, categoryCode);
      await sql.query(
        `INSERT INTO satisfaction.review_rule (rule, category_code, percent) VALUES ($1, $2, $3)
         ON CONFLICT (rule, category_code) DO UPDATE SET percent = EXCLUDED.percent`,
        [rule, categoryCode, percent],
      );
      const before = known ? { ...kept, percent: known.percent } : null;
      const action = known ? 'edit' : 'create';
      return { subject: 'review-rule', subjectId: nameOf(view), action, before, after: kept } as const;
    });
    return view;
  }

  private view({ rule, categoryCode, percent }: RuleRow): RuleView {
    const named = categoryCode === null ? undefined : this.directory.categories.get(categoryCode);
    const category = categoryCode === null ? null : { code: categoryCode, name: named?.name ?? categoryCode };
    return { rule, category, percent };
  }
}
