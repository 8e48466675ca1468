import { ruleConditionNames, ruleConditions } from '#http-api/dispatch-rule-shapes';
import type { ListItem } from '#http-api/list-route';
import { channels } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { labelOf } from '../words/options';

export type RuleRow = ListItem<'GET /api/dispatch-rules'>;

const labels = { ...ticketTypes, ...urgencies, ...channels };

/** What a row asks of a ticket besides category and area: one line for each kind of condition. */
export const conditionWords = (row: RuleRow): string[] =>
  ruleConditionNames
    .filter((name) => row[name].length > 0)
    .map((name) => {
      const values = row[name].map((value) => (name === 'keywords' ? value : labelOf(labels, value)));
      return `${ruleConditions[name].label}：${values.join('、')}`;
    });

/** Nobody else is named for what it is for. */
export const isFallBack = (row: RuleRow): boolean => row.categoryCode === null && conditionWords(row).length === 0;

/** 市容市政 × 东城街道, or 兜底 where a row is for everything. */
export const placeWords = (row: RuleRow): string =>
  [row.category?.name ?? (isFallBack(row) ? '兜底' : '全部事项'), row.area?.name ?? '全部区域'].join(' × ');
