import type { Values } from '../moves/field-row';
import { bodyOf } from './body-of';

/** What a form changed of what was there: fields left alone are left out, and a field that was emptied is sent as null. */
export function editBodyOf(values: Values, initial: Values): Values {
  const [now, before] = [bodyOf(values), bodyOf(initial)];
  const changed = Object.keys(values).filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
}
