import { isTicketNumber } from '#ticket/ticket-number';

/** As people copy it: with spaces, dashes, or in the wide signs of a Chinese keyboard. */
export const numberOf = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** What is wrong with a number before anybody is asked; null when it can be one. */
export function numberFault(typed: string): string | null {
  const number = numberOf(typed);
  if (number === '') return '请填写工单编号';
  if (/\D/.test(number)) return '工单编号只有数字，请核对';
  return isTicketNumber(number) ? null : '工单编号有误，可能抄错、漏写或颠倒了数字，请核对后重新输入';
}
