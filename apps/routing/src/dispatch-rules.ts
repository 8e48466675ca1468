import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { Ticket } from '#ticket/ticket';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import { Directory } from '#platform/directory';
import { ruleSelect, type DispatchRule } from './catalogue/dispatch-rule';
import { rankRules, type Departments, type Matter } from './catalogue/rank-rules';
import { RuleIndex } from './catalogue/rule-index';
import { searchedText } from './catalogue/rule-conditions';
import { reasonOf } from './catalogue/rule-words';

/** A department that could handle it, and why. */
export interface Candidate {
  leadId: string;
  coHandlerIds: string[];
  reason: string;
  /** How specific the rule is for the matter. */
  weight: number;
  /** What named it. */
  rule: DispatchRule;
}

/** A ticket, or as much as is known of it: what is not known meets no condition. */
export type Asked = Pick<Ticket, 'categoryCode' | 'areaCode'> &
  Partial<Pick<Ticket, 'type' | 'urgency' | 'channel' | 'title' | 'content'>>;

/** The catalogue in force: the most specific row wins, and there is always a fall-back owner. */
@Injectable()
export class DispatchRules {
  private readonly rules = new Remembered(async () => new RuleIndex(await this.read()));

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  forget(): void {
    this.rules.forget();
  }

  /** Departments for this matter, best first, the fall-back owner last. */
  async candidates(asked: Asked): Promise<Candidate[]> {
    const matter = this.matterOf(asked);
    const ranked = rankRules((await this.rules.value()).for(matter.categories), matter, this.departments);
    return ranked.map(({ rule, weight }) => ({
      leadId: rule.leadId,
      coHandlerIds: rule.coHandlerIds.filter(this.departments.isInForce),
      reason: reasonOf(rule, this.directory),
      weight,
      rule,
    }));
  }

  readonly departments: Departments = {
    isInForce: (id) => this.directory.departmentInForce(id) !== undefined,
    isTown: (id) => this.directory.departments.get(id)?.group === 'town',
  };

  matterOf({ categoryCode, areaCode, title = '', content = '', type, urgency, channel }: Asked): Matter {
    return {
      categories: this.directory.chain(this.directory.categories, categoryCode),
      areas: this.directory.chain(this.directory.areas, areaCode),
      day: shanghaiDate(this.clock.now()),
      text: searchedText(title, content),
      type,
      urgency,
      channel,
    };
  }

  private read(): Promise<DispatchRule[]> {
    // Asked while a ticket is held: what waits for that ticket may have taken every other connection.
    return this.database.lists.query<DispatchRule>(
      `SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE valid_to IS NULL OR valid_to >= $1`,
      [shanghaiDate(this.clock.now())],
    );
  }
}
