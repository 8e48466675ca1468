import { isOddNumber } from '#ticket/odd-number';
import type { Fate, ImportedTicket } from '#store/ticket-import';
import { columnOf } from './import-columns';
import type { Remark } from './import-row';

/** What should be looked at of a row that is imported all the same, as the form warns of it; the digits are not told. */
const doubtOf = ({ request }: ImportedTicket): Omit<Remark, 'line'> | null =>
  isOddNumber(request.contact.phone ?? '')
    ? { column: columnOf('citizen.phone').label, reason: '号码位数不对，请核对' }
    : null;

/** Of the rows that were added: what was known before was looked at then. */
export const doubtsAmong = (
  ready: readonly { readonly line: number; readonly ticket: ImportedTicket }[],
  fates: readonly Fate[],
): Remark[] =>
  ready.flatMap(({ line, ticket }, index) => {
    const doubt = fates[index] === 'accepted' ? doubtOf(ticket) : null;
    return doubt ? [{ line, ...doubt }] : [];
  });
