import { isPlain } from '../parts/is-plain';
import type { Values } from './field-row';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a form holds as a request's body: fields left empty are left out, also deeper ones. */
export function bodyOf(values: Values): Values {
  const filled = Object.entries(values)
    .map(([name, value]) => [name, isPlain(value) ? bodyOf(value) : typeof value === 'string' ? value.trim() : value])
    .filter(([, value]) => !isEmpty(value) && !(isPlain(value) && Object.keys(value).length === 0));
  return Object.fromEntries(filled) as Values;
}
