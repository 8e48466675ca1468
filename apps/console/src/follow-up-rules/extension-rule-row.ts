import type { ListItem } from '#http-api/list-route';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';

export type ExtensionRuleRow = ListItem<'GET /api/extension-rules'>;

/** 求助; 紧急工单 */
export const ofWords = ({ type, urgency }: Pick<ExtensionRuleRow, 'type' | 'urgency'>): string =>
  type ? ticketTypes[type].label : urgency ? `${urgencies[urgency].label}工单` : '';

/** Whose rule it is, as the form names it: a type, or an urgency. */
export const classOf = ({ type, urgency }: Pick<ExtensionRuleRow, 'type' | 'urgency'>): string => type ?? urgency ?? '';

/** Which extension a class would be given next, by the rules in force. */
export const nextOf = (rows: readonly ExtensionRuleRow[], ofClass: string): number =>
  rows.filter((row) => row.state === 'in-force' && classOf(row) === ofClass).length + 1;
