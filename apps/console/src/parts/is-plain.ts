import type { Values } from '../moves/field-row';

/** An object of fields, as nested forms have; not a list, not an instant. */
export const isPlain = (value: unknown): value is Values =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
