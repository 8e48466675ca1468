import { shanghaiInstant } from '#calendar/shanghai-time';

const two = (digits: string): string => digits.padStart(2, '0');

/** 2026-10-8 9:00, 2026/10/08, 2026.10.8 09:00:05, 2026年10月8日9时30分 */
const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：时点](?:(\d{1,2})分?(?:[:：]?(\d{1,2})(?:\.\d{1,9})?秒?)?)?)?$/;

/** With an offset of its own, as programs write it. */
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Excel counts days from here, and seconds as parts of them. */
const excelEpoch = '1899-12-30';
const dayMs = 86_400_000;

/** What a cell says of a time, in Shanghai's where it says no other; null when it is none. */
export function readInstant(cell: string | number | boolean): Date | null {
  if (typeof cell === 'number') return ofSerial(cell);
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  if (iso.test(text)) return valid(new Date(text));
  const parts = written.exec(text);
  if (parts) return ofParts(parts);
  return /^\d{5}(\.\d+)?$/.test(text) ? ofSerial(Number(text)) : null;
}

function ofParts([, year = '', month = '', day = '', hour = '0', minute = '0', second = '0']: RegExpExecArray) {
  if (Number(second) > 59 || Number(hour) > 23) return null;
  try {
    const at = shanghaiInstant(`${year}-${two(month)}-${two(day)}`, `${two(hour)}:${two(minute)}`);
    return new Date(at.getTime() + Number(second) * 1_000);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A serial before 1970 or after 2199 is a number that somebody put into the wrong column. */
function ofSerial(days: number): Date | null {
  if (!(days >= 25_569 && days < 109_575)) return null;
  const ms = Math.round((days * dayMs) / 1_000) * 1_000;
  return new Date(shanghaiInstant(excelEpoch, '00:00').getTime() + ms);
}

const valid = (at: Date): Date | null => (Number.isNaN(at.getTime()) ? null : at);
