import { canonicalJson } from './canonical-json';

/** Whether two values are the same once they are stored: instants are the texts that they are in JSON. */
export const isSameValue = (left: unknown, right: unknown): boolean =>
  left === right ||
  (isObject(left) || isObject(right) ? canonicalJson(plain(left)) === canonicalJson(plain(right)) : false);

const isObject = (value: unknown): boolean => value !== null && typeof value === 'object';

const plain = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
