import type { BrokenTicket } from '#store/audit-range';

/** Something that was changed: where, and what is wrong with it. Nothing in it is personal. */
export interface Break {
  readonly where: string;
  readonly fault: string;
}

/** `ticket 20260914000012, line 4 "reply" of 2026-09-16T02:00:00.000Z` */
export function breakOf({ ticketId, number, seq, line, fault }: BrokenTicket): Break {
  const told = line ? ` "${line.name}" of ${line.at}` : '';
  return { where: `ticket ${number ?? ticketId}, line ${seq}${told}`, fault };
}
