/**
 * Two check digits of a ticket's number (ISO 7064 MOD 97-10): no single wrong digit and no two digits in each other's
 * place give the number of another ticket.
 */
export const checkDigits = (digits: string): string =>
  String(98 - Number((BigInt(digits) * 100n) % 97n)).padStart(2, '0');

/** Whether a number was copied without a typing error: 17 digits or more, the last two of which check the others. */
export const isTicketNumber = (number: string): boolean => /^\d{17,}$/.test(number) && BigInt(number) % 97n === 1n;
