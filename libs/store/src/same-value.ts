/**
 * Whether two values are the same once they are stored: instants are the texts that they are in JSON, and what is undefined
 * is not there. Compared piece by piece, without a text of either: the audit does it some hundred times for each ticket.
 */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right || (left ?? null) === (right ?? null)) return true;
  if (left instanceof Date) return right instanceof Date ? isSameInstant(left, right) : left.toJSON() === right;
  if (right instanceof Date) return left === right.toJSON();
  if (!isObject(left) || !isObject(right)) return false;
  return Array.isArray(left) || Array.isArray(right) ? isSameList(left, right) : isSameRecord(left, right);
}

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object';

const isSameInstant = (left: Date, right: Date): boolean => left.getTime() === right.getTime();

const isSameList = (left: object, right: object): boolean =>
  Array.isArray(left) &&
  Array.isArray(right) &&
  left.length === right.length &&
  left.every((each, index) => isSameValue(each, right[index]));

function isSameRecord(left: object, right: object): boolean {
  const [some, others] = [left, right] as Record<string, unknown>[] as [Pieces, Pieces];
  const isSame = (key: string) =>
    (some[key] === undefined) === (others[key] === undefined) && isSameValue(some[key], others[key]);
  return (
    Object.keys(some).every(isSame) && Object.keys(others).every((key) => key in some || others[key] === undefined)
  );
}

type Pieces = Readonly<Record<string, unknown>>;
