import { ticketTypes, type TicketType } from './ticket-type';

const { praise: _, ...limited } = ticketTypes;

/** 时限类别: by which type's limits a ticket may be told to run, whatever its own type is. A praise is only forwarded. */
export const limitClasses = limited;
export type LimitClass = keyof typeof limitClasses;

/** The type by which a ticket's time is counted. */
export const limitTypeOf = ({ type, limitClass }: { type: TicketType; limitClass?: LimitClass | null }): TicketType =>
  type === 'praise' ? type : (limitClass ?? type);
