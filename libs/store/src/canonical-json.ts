/** JSON with sorted keys and without undefined: the same value always gives the same bytes, also after PostgreSQL's jsonb. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** The same value where nothing in it is out of order: the audit does this for every line that was ever written. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Array.isArray(value) ? sortedList(value) : sortedRecord(value as Record<string, unknown>);
}

const isFlat = (value: unknown): boolean => typeof value !== 'object' || value === null;

const sortedList = (list: unknown[]): unknown[] => (list.every(isFlat) ? list : list.map(sorted));

function sortedRecord(record: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(record).sort();
  // Ordinary objects are written a third faster; without a prototype `__proto__` is a key like any other.
  const inOrder = (keys.includes('__proto__') ? Object.create(null) : {}) as Record<string, unknown>;
  for (const key of keys) {
    const each = record[key];
    if (each !== undefined) inOrder[key] = typeof each === 'object' ? sorted(each) : each;
  }
  return inOrder;
}
