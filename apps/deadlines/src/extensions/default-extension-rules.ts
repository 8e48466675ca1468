import type { ExtensionRule } from './extension-rule';

type Given = Pick<ExtensionRule, 'nth' | 'amount' | 'unit' | 'approver'>;

const first = (amount: number, unit: Given['unit']): Given => ({ nth: 1, amount, unit, approver: 'supervisor' });
const second: Given = { nth: 2, amount: 5, unit: 'working-days', approver: 'leader' };

/** What a new system begins with (domain.md §3): data from the first day. Critical tickets and praise are given none. */
export const defaultExtensionRules: readonly (Pick<Partial<ExtensionRule>, 'type' | 'urgency'> & Given)[] = [
  { urgency: 'urgent', ...first(24, 'hours') },
  { type: 'consultation', ...first(2, 'working-days') },
  { type: 'help', ...first(5, 'working-days') },
  { type: 'suggestion', ...first(5, 'working-days') },
  { type: 'other', ...first(5, 'working-days') },
  { type: 'complaint', ...first(5, 'working-days') },
  { type: 'complaint', ...second },
  { type: 'report', ...first(5, 'working-days') },
  { type: 'report', ...second },
];
