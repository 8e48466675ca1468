import { isMobileNumber } from '#ticket/mobile-number';
import { asCopied, isTicketNumber } from '#ticket/ticket-number';
import type { SearchValues } from './search-values';

/** What is looked for: a ticket's number or a caller's that somebody typed among the words is meant as one. */
export function askedFor({ q, ...filters }: SearchValues): SearchValues {
  const digits = asCopied(q ?? '');
  if (isTicketNumber(digits)) return { ...filters, number: digits };
  if (isMobileNumber(digits)) return { ...filters, phone: digits };
  return { q, ...filters };
}
