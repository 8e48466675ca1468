import type { Channel } from '#ticket/channel';
import type { LimitClass } from '#ticket/limit-class';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';

/** What a row asks of a ticket besides its category and area; none of a kind is open to all. */
export interface RuleConditions {
  /** Any of them in title or content. */
  readonly keywords: readonly string[];
  readonly types: readonly TicketType[];
  readonly urgencies: readonly Urgency[];
  readonly channels: readonly Channel[];
}

/** For which tickets a row is: category and area may be open, and mean those below them too. */
export interface RuleScope extends RuleConditions {
  readonly categoryCode: string | null;
  readonly areaCode: string | null;
}

/** What a row says: for whom it is, who handles it, and what else becomes of the ticket. */
export interface RuleTerms extends RuleScope {
  /** Of rows that are equally specific the lower one counts. */
  readonly precedence: number;
  readonly leadId: string;
  readonly coHandlerIds: readonly string[];
  /** The legal basis. */
  readonly basis: string | null;
  /** At least as urgent as this the ticket becomes. */
  readonly urgency: Exclude<Urgency, 'normal'> | null;
  readonly limitClass: LimitClass | null;
}

/** One version of a row of the dispatch catalogue (派单目录), valid from one date up to, not including, another. */
export interface DispatchRule extends RuleTerms {
  [column: string]: unknown;
  readonly id: string;
  /** The same for all versions of a row. */
  readonly seriesId: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const ruleSelect = `id, series_id AS "seriesId", version, category_code AS "categoryCode", area_code AS "areaCode",
  keywords, types, urgencies, channels, precedence, lead_id AS "leadId", co_handler_ids AS "coHandlerIds", basis, urgency,
  limit_class AS "limitClass", valid_from::text AS "validFrom", valid_to::text AS "validTo"`;

export const isValidOn = ({ validFrom, validTo }: Pick<DispatchRule, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo);
