import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { idOrNothing, isUuid } from '#store/uuid-v7';
import { cut, readCursor } from '#platform/cursor';
import { Directory, type Place } from '#platform/directory';
import { placeNamed } from '#platform/place-named';
import { isValidOn, ruleSelect, type DispatchRule } from './dispatch-rule';
import { readRule } from './rule-rows';

type Page = RouteAnswer<'GET /api/dispatch-rules'>;
type Query = RouteInput<'GET /api/dispatch-rules'>['query'];
export type RuleView = Page['items'][number];

/** In the order of categories, then areas, as `dispatch_rule_by_place` has them. */
const place = `coalesce(category_code, ''), coalesce(area_code, ''), id`;

/** On a day. */
const standings: Readonly<Record<RuleView['state'], (day: string) => string>> = {
  'in-force': (day) => `valid_from <= ${day} AND (valid_to IS NULL OR valid_to > ${day})`,
  planned: (day) => `valid_from > ${day} AND (valid_to IS NULL OR valid_to > valid_from)`,
  past: (day) => `(valid_to <= ${day} OR valid_to <= valid_from)`,
};

/** The catalogue as people read it. */
@Injectable()
export class RuleReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async one(id: string): Promise<RuleView> {
    const rule = isUuid(id) ? await readRule(this.database.sql, id) : undefined;
    if (!rule) throw new NotFound('dispatch rule');
    return this.view(rule);
  }

  async page(query: Query): Promise<Page> {
    const { conditions, values } = this.conditions(query);
    const rows = await this.database.sql.query<DispatchRule>(
      `SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE ${conditions.join(' AND ')} ORDER BY ${place} LIMIT ${query.limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  view(rule: DispatchRule): RuleView {
    const { leadId, coHandlerIds, categoryCode, areaCode, ...row } = rule;
    const department = (id: string) => ({ id, name: this.directory.departmentName(id) });
    return {
      ...row,
      state: standingOf(rule, shanghaiDate(this.clock.now())),
      categoryCode,
      category: placeNamed(this.directory.categories, categoryCode),
      areaCode,
      area: placeNamed(this.directory.areas, areaCode),
      lead: department(leadId),
      coHandlerIds: [...coHandlerIds],
      coHandlers: coHandlerIds.map(department),
      keywords: [...rule.keywords],
      types: [...rule.types],
      urgencies: [...rule.urgencies],
      channels: [...rule.channels],
    };
  }

  private conditions({ categoryCode, areaCode, departmentId, seriesId, state, fallBack, cursor }: Query) {
    const values: unknown[] = [];
    const at = (value: unknown) => `$${values.push(value)}`;
    const [after = null] = readCursor(cursor, 'id') ?? [];
    const conditions = [
      'true',
      ...(after ? [`(${place}) > (SELECT ${place} FROM routing.dispatch_rule WHERE id = ${at(after)})`] : []),
      ...(categoryCode ? [`category_code = ANY(${at(below(this.directory.categories, categoryCode))})`] : []),
      ...(areaCode ? [`area_code = ANY(${at(below(this.directory.areas, areaCode))})`] : []),
      ...(departmentId ? [`${at(idOrNothing(departmentId))}::uuid = ANY(lead_id || co_handler_ids)`] : []),
      ...(seriesId ? [`series_id = ${at(idOrNothing(seriesId))}`] : []),
      ...(state ? [standings[state](`${at(shanghaiDate(this.clock.now()))}::date`)] : []),
      ...(fallBack === undefined ? [] : [`${fallBack ? '' : 'NOT '}(${isFallBack})`]),
    ];
    return { conditions, values };
  }
}

const isFallBack = `category_code IS NULL AND cardinality(keywords) + cardinality(types) + cardinality(urgencies) + cardinality(channels) = 0`;

/** A place and all below it. */
function below(places: ReadonlyMap<string, Place>, code: string): string[] {
  const found = [code];
  for (const each of found)
    for (const place of places.values())
      if (place.parentCode === each && !found.includes(place.code)) found.push(place.code);
  return found;
}

function standingOf(rule: DispatchRule, today: string): RuleView['state'] {
  if (isValidOn(rule, today)) return 'in-force';
  return rule.validFrom > today && (rule.validTo === null || rule.validTo > rule.validFrom) ? 'planned' : 'past';
}
