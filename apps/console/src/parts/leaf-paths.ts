import type { Values } from '../moves/field-row';
import { isPlain } from './is-plain';

/** `{ citizen: { phone: '1' }, title: '2' }` → `[['citizen', 'phone'], ['title']]` */
export const leafPaths = (values: Values): string[][] =>
  Object.entries(values).flatMap(([name, value]) =>
    isPlain(value) ? leafPaths(value).map((path) => [name, ...path]) : [[name]],
  );
