import type { AdminAction } from '#ticket/admin-event';
import type { AdminEvent } from './admin-event';
import { unsaidAdminFields } from '#http-api/admin-fields';
import { fieldNames, fieldWords, type FieldWords } from './field-words';
import type { Names } from './names';

/** One field that is not what it was; null where there was or is nothing. */
export interface Difference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What these did is what the event says after them; there was nothing before. */
const telling: readonly AdminAction[] = ['create', 'carryOut'];

/** What a change changed, field by field, in a clerk's words. */
export function differences({ subject, action, before, after }: AdminEvent, names: Names): Difference[] {
  // What was done without changing a field, such as a new password, only says to whom.
  if (before === null && !telling.includes(action)) return [];
  const fields = new Set([...fieldNames(subject), ...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].flatMap((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    if (unsaidAdminFields.includes(name) || isSame(was, is)) return [];
    return differenceOf(fieldWords(subject, name), was, is, names);
  });
}

function differenceOf(field: FieldWords, was: unknown, is: unknown, names: Names): Difference[] {
  const { label } = field;
  const [before, after] = field.isList
    ? listsOf(field, was, is, names)
    : [wordsOf(field, was, names), wordsOf(field, is, names)];
  if (before === null && after === null) return [];
  // Not the same, though a clerk's words do not tell them apart.
  if (before === after) return [{ label, before: JSON.stringify(was), after: JSON.stringify(is) }];
  return [{ label, before, after }];
}

type Pair = [before: string | null, after: string | null];

/** What went and what came. */
function listsOf({ words }: FieldWords, was: unknown, is: unknown, names: Names): Pair {
  const [old, now] = [entriesOf(was), entriesOf(is)];
  const without = (those: unknown[], others: unknown[]): string | null =>
    those
      .filter((entry) => !others.some((other) => isSame(entry, other)))
      .map((entry) => words(entry, names))
      .join('、') || null;
  return [without(old, now), without(now, old)];
}

const entriesOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const wordsOf = ({ words }: FieldWords, value: unknown, names: Names): string | null =>
  isNothing(value) ? null : words(value, names);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
