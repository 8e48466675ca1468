import type { Dimension } from './dimensions';

/** What stands in a column of a report of facts. */
export interface FactColumn {
  /** The measure by its number. */
  readonly number: number;
  readonly label: string;
  /** Where departments count apart what is one ticket: the number under which that ticket counts once. */
  readonly ticketNumber?: number;
  /** What there was when the period began, or when it ended (or now, while it goes on); else what belongs to its days. */
  readonly stock?: 'before' | 'after';
  readonly isOnlyPart?: true;
}

/** The measure of a column: a department's own, or that of the tickets. */
export const numberIn = ({ number, ticketNumber }: FactColumn, by: Dimension, isTotal: boolean): number =>
  by === 'department' && !isTotal ? number : (ticketNumber ?? number);
