import { isPlain } from '../parts/is-plain';
import type { Values } from './field-row';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Lists that a form began with and somebody emptied: they are sent as empty, for left out they would stay. */
export const emptied = (values: Values, initial: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => Array.isArray(value) && isEmpty(value) && !isEmpty(initial[name])),
  );

/** What a form holds as a request's body: fields left empty are left out, also deeper ones. */
export function bodyOf(values: Values): Values {
  const filled = Object.entries(values)
    .map(([name, value]) => [name, isPlain(value) ? bodyOf(value) : typeof value === 'string' ? value.trim() : value])
    .filter(([, value]) => !isEmpty(value) && !(isPlain(value) && Object.keys(value).length === 0));
  return Object.fromEntries(filled) as Values;
}
