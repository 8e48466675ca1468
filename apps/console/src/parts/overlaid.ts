import type { Values } from '../moves/field-row';
import { isPlain } from './is-plain';

/** The one with what the other says instead, field by field. */
export const overlaid = (under: Values, over: Values): Values => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(over).map(([name, value]) => {
      const below = under[name];
      return [name, isPlain(value) && isPlain(below) ? overlaid(below, value) : value];
    }),
  ),
});
