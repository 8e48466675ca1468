import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import { Directory } from '#platform/directory';
import { isInForce } from '#platform/in-force';

/** One row of the dispatch catalogue (派单目录): category and area, either of which may be open, to a lead. */
export interface DispatchRule {
  [column: string]: unknown;
  id: string;
  version: number;
  categoryCode: string | null;
  areaCode: string | null;
  leadId: string;
  coHandlerIds: string[];
  basis: string | null;
  validFrom: string;
  validTo: string | null;
}

/** A department that could handle it, and why. */
export interface Candidate {
  leadId: string;
  coHandlerIds: string[];
  reason: string;
  /** How specific the rule is; 0 is the fall-back owner. */
  weight: number;
}

export const ruleSelect = `id, version, category_code AS "categoryCode", area_code AS "areaCode", lead_id AS "leadId",
  co_handler_ids AS "coHandlerIds", basis, valid_from::text AS "validFrom", valid_to::text AS "validTo"`;

/** The catalogue in force: the most specific row wins, and there is always a fall-back owner. */
@Injectable()
export class DispatchRules {
  private readonly rules = new Remembered(() => this.read());

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  forget(): void {
    this.rules.forget();
  }

  /** Departments for this matter, best first, the fall-back owner last. */
  async candidates(categoryCode: string | null, areaCode: string | null): Promise<Candidate[]> {
    const rules = await this.rules.value();
    const categories = this.directory.chain(this.directory.categories, categoryCode);
    const areas = this.directory.chain(this.directory.areas, areaCode);
    const found = rules.flatMap((rule) => this.match(rule, categories, areas));
    return found.sort((left, right) => right.weight - left.weight);
  }

  /** A nearer category counts more than a nearer area: towns are not the default for departmental matters. */
  private match(rule: DispatchRule, categories: readonly string[], areas: readonly string[]): Candidate[] {
    const category = nearness(rule.categoryCode, categories);
    const area = nearness(rule.areaCode, areas);
    const works = isInForce(rule, this.clock.now()) && this.directory.departmentInForce(rule.leadId);
    if (category === null || area === null || !works) return [];
    const { leadId } = rule;
    const coHandlerIds = rule.coHandlerIds.filter((id) => this.directory.departmentInForce(id));
    return [{ leadId, coHandlerIds, weight: category * 100 + area, reason: reasonOf(rule, this.directory) }];
  }

  private read(): Promise<DispatchRule[]> {
    return this.database.sql.query<DispatchRule>(
      `SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE valid_to IS NULL OR valid_to >= $1`,
      [shanghaiDate(this.clock.now())],
    );
  }
}

/** 0 for a row that leaves it open, more the nearer the named place is; null when it names another one. */
function nearness(code: string | null, chain: readonly string[]): number | null {
  if (code === null) return 0;
  const at = chain.indexOf(code);
  return at < 0 ? null : 10 - Math.min(at, 9);
}

function reasonOf({ categoryCode, areaCode }: DispatchRule, directory: Directory): string {
  const category = categoryCode && (directory.categories.get(categoryCode)?.name ?? categoryCode);
  const area = areaCode && (directory.areas.get(areaCode)?.name ?? areaCode);
  return category || area ? `派单目录：${[category, area].filter(Boolean).join(' × ')}` : '兜底承办单位';
}
