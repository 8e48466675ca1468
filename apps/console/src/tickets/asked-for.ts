import type { SearchValues } from './search-values';

/** A ticket's number (date, sequence, check digits), and a mobile phone's. */
const [ofTicket, ofMobile] = [/^20\d{15}$/, /^1[3-9]\d{9}$/];

/** What is looked for: a ticket's number or a caller's that somebody typed among the words is meant as one. */
export function askedFor({ q, ...filters }: SearchValues): SearchValues {
  const digits = q?.replace(/[\s-]/g, '') ?? '';
  if (ofTicket.test(digits)) return { ...filters, number: digits };
  if (ofMobile.test(digits)) return { ...filters, phone: digits };
  return { q, ...filters };
}
