import { fieldLabels } from '#http-api/field-labels';
import type { TableColumn } from '#platform/tables/headed-rows';

/** The columns of a catalogue as a file, by the paths of the list's fields: what was exported can be brought in again. */
const keys = [
  'seriesId',
  'categoryCode',
  'category',
  'areaCode',
  'area',
  'keywords',
  'types',
  'urgencies',
  'channels',
  'precedence',
  'lead',
  'coHandlers',
  'basis',
  'urgency',
  'limitClass',
  'validFrom',
  'validTo',
] as const;
export type RuleColumn = (typeof keys)[number];

export const headerOf = (key: RuleColumn): string => fieldLabels[key] ?? key;

export const ruleColumns: readonly TableColumn<RuleColumn>[] = keys.map((key) => ({
  key,
  header: headerOf(key),
  required: key === 'lead',
}));
