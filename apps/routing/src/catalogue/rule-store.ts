import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { DispatchRules } from '../dispatch-rules';
import { checkEnd, checkRule, type CheckedAgainst } from './check-rule';
import type { DispatchRule } from './dispatch-rule';
import { draftedRule, type DraftedRule } from './drafted-rule';
import { readRules, writeDrafted, writeEnd } from './rule-rows';
import { termsOf } from './rule-terms';

type NewRule = RouteInput<'POST /api/dispatch-rules'>['body'];

/** The rows of the dispatch catalogue: none is ever changed, only followed by its next version or ended. */
@Injectable()
export class RuleStore {
  constructor(
    private readonly administration: Administration,
    private readonly rules: DispatchRules,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** The row that this would become. @throws Refusal, NotFound */
  async drafted(sql: Sql, body: NewRule, id: string): Promise<DraftedRule> {
    const against = await this.against(sql);
    const drafted = draftedRule(against.rules, wantedOf(body, against), id);
    checkRule(drafted, against);
    return drafted;
  }

  async add(body: NewRule, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    const work = async (sql: Sql) => writeDrafted(sql, await this.drafted(sql, body, id));
    await this.administration.write(caller, work, id);
    this.rules.forget();
    return id;
  }

  /** @throws NotFound, Refusal */
  async end(id: string, validTo: string, caller: Caller): Promise<void> {
    const work = async (sql: Sql) => {
      const against = await this.against(sql);
      const before = ruleIn(against.rules, id);
      const after = { ...before, validTo };
      checkEnd(after, against);
      return writeEnd(sql, before, after);
    };
    await this.administration.write(caller, work, id);
    this.rules.forget();
  }

  async against(sql: Sql): Promise<CheckedAgainst> {
    const { directory, rules } = this;
    const today = shanghaiDate(this.clock.now());
    return { rules: await readRules(sql), directory, departments: rules.departments, today };
  }
}

/** @throws NotFound */
function ruleIn(rules: readonly DispatchRule[], id: string): DispatchRule {
  const found = rules.find((each) => each.id === id);
  if (!found) throw new NotFound('dispatch rule');
  return found;
}

/** @throws Refusal, NotFound */
function wantedOf(body: NewRule, { rules, today }: CheckedAgainst) {
  const { validFrom = today, validTo = null, replaces } = body;
  // What was in force on a day that is over stays so.
  if (validFrom < today) throw refusalAt('validFrom', '启用日期不能早于今天');
  return { ...termsOf(body), validFrom, validTo, replaces: replaces ? ruleIn(rules, replaces) : null };
}
