import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { DispatchRules } from '../dispatch-rules';
import { checkChange, rowsAfter, type CatalogueChange } from './catalogue-change';
import type { CheckedAgainst } from './check-rule';
import type { DispatchRule } from './dispatch-rule';
import { draftedRule } from './drafted-rule';
import { RuleIndex } from './rule-index';
import { readRules, writeChange } from './rule-rows';
import { termsOf } from './rule-terms';

type NewRule = RouteInput<'POST /api/dispatch-rules'>['body'];
export type Surroundings = Pick<CheckedAgainst, 'directory' | 'departments' | 'today'>;

/** What is asked of the catalogue, given every row there is. @throws Refusal, NotFound */
type Asked = (rules: RuleIndex, today: string) => CatalogueChange;

/** A change that the catalogue allows, with what it was and would be. */
export interface AllowedChange extends Pick<CheckedAgainst, 'before' | 'after'> {
  readonly change: CatalogueChange;
}

/** The rows of the dispatch catalogue: none is ever changed, only followed by its next version or ended. */
@Injectable()
export class RuleStore {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly rules: DispatchRules,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** As it would be. @throws Refusal, NotFound */
  async allowed(asked: Asked, sql: Sql = this.database.sql): Promise<AllowedChange> {
    const { today } = this.surroundings();
    const before = new RuleIndex(await readRules(sql));
    const change = asked(before, today);
    const after = before.with(rowsAfter(change));
    checkChange(change, { ...this.surroundings(), before, after });
    return { change, before, after };
  }

  /** Answers the row's id. @throws Refusal, NotFound */
  async make(asked: Asked, reference: string, caller: Caller): Promise<string> {
    const work = async (sql: Sql) => writeChange(sql, (await this.allowed(asked, sql)).change);
    await this.administration.write(caller, work, reference);
    this.rules.forget();
    return reference;
  }

  newId(): string {
    return uuidV7(this.clock.now());
  }

  surroundings(): Surroundings {
    const { directory, rules, clock } = this;
    return { directory, departments: rules.departments, today: shanghaiDate(clock.now()) };
  }
}

/** The next version of a row, or a new one. */
export const adding =
  (body: NewRule, id: string): Asked =>
  (rules, today) => {
    const { validFrom = today, validTo = null, replaces } = body;
    // What was in force on a day that is over stays so.
    if (validFrom < today) throw refusalAt('validFrom', '启用日期不能早于今天');
    const wanted = { ...termsOf(body), validFrom, validTo, replaces: replaces ? ruleIn(rules, replaces) : null };
    return { kind: 'draft', ...draftedRule(rules, wanted, id) };
  };

export const ending =
  (id: string, validTo: string): Asked =>
  (rules, today) => {
    if (validTo < today) throw refusalAt('validTo', '停用日期不能早于今天');
    const before = ruleIn(rules, id);
    return { kind: 'end', before, rule: { ...before, validTo } };
  };

/** @throws NotFound */
function ruleIn(rules: RuleIndex, id: string): DispatchRule {
  const found = rules.all().find((each) => each.id === id);
  if (!found) throw new NotFound('dispatch rule');
  return found;
}
