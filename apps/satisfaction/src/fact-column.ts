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

/** Which cell of a column: in a row, or of all; and whether of the caller's own departments alone. */
export interface CellPlace {
  readonly by: Dimension;
  readonly isTotal: boolean;
  readonly isOwn: boolean;
}

/** The measure of a cell: what departments count, in their rows and to their own people; else that of the tickets. */
export const numberIn = ({ number, ticketNumber }: FactColumn, { by, isTotal, isOwn }: CellPlace): number =>
  isOwn || (by === 'department' && !isTotal) ? number : (ticketNumber ?? number);
