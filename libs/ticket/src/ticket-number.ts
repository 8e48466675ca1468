/**
 * Two check digits of a ticket's number (ISO 7064 MOD 97-10): no single wrong digit and no two digits in each other's
 * place give the number of another ticket.
 */
export const checkDigits = (digits: string): string => String(98 - remainder(`${digits}00`)).padStart(2, '0');

/** Whether a number was copied without a typing error: 17 digits or more, the last two of which check the others. */
export const isTicketNumber = (number: string): boolean => /^\d{17,}$/.test(number) && remainder(number) === 1;

/** Digit by digit: the browsers of citizens may be older than whole numbers of this size. */
const remainder = (digits: string): number => [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);

/** A number or a code as people copy it: without their spaces, their dashes, and the wide signs of a Chinese keyboard. */
export const asCopied = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** What a citizen is told of a number that no ticket can have. */
export const wrongNumber = '工单编号有误，可能抄错、漏写或颠倒了数字，请核对后重新输入';
