import type { TrackingPair } from '#http-api/tracking-shapes';
import { asCopied, isTicketNumber, wrongNumber } from '#ticket/ticket-number';

/** What is wrong with a field of the pair. */
export interface PairFault {
  readonly field: keyof TrackingPair;
  readonly words: string;
}

/** What is wrong before anybody is asked; null when it can be a pair. */
export function pairFault({ number, code }: TrackingPair): PairFault | null {
  const words = numberFault(asCopied(number));
  if (words !== null) return { field: 'number', words };
  return code.trim() === '' ? { field: 'code', words: '请填写查询码' } : null;
}

function numberFault(number: string): string | null {
  if (number === '') return '请填写工单编号';
  if (/\D/.test(number)) return '工单编号只有数字，请核对';
  return isTicketNumber(number) ? null : wrongNumber;
}
