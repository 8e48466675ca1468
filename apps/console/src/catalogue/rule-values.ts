import { usualPrecedence } from '#http-api/dispatch-rule-shapes';
import type { RouteRequest } from '#http-api/routes';
import type { RuleRow } from './rule-row';

export type RuleBody = NonNullable<RouteRequest<'POST /api/dispatch-rules'>['body']>;

/** What the form holds. */
export type RuleValues = Partial<Omit<RuleBody, 'replaces'>>;

export function valuesOfRule(row: RuleRow | null): RuleValues {
  if (!row) return { precedence: usualPrecedence };
  const { categoryCode, areaCode, keywords, types, urgencies, channels, precedence, coHandlerIds } = row;
  const { basis, urgency, limitClass, validTo } = row;
  return {
    ...{ categoryCode, areaCode, keywords, types, urgencies, channels, precedence, coHandlerIds },
    ...{ basis, urgency, limitClass, validTo },
    leadId: row.lead.id,
    validFrom: row.state === 'planned' ? row.validFrom : undefined,
  };
}

/** A row that is changed is followed by its next version, for whatever tickets that is. */
export const bodyOfRule = (values: RuleValues, row: RuleRow | null): RuleBody =>
  ({ ...values, ...(row && { replaces: row.id }) }) as RuleBody;
