/** JSON with sorted keys and without undefined: the same value always gives the same bytes, also after PostgreSQL's jsonb. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const keys = Object.keys(value).sort();
  // Ordinary objects are written a third faster; without a prototype `__proto__` is a key like any other.
  const inOrder = (keys.includes('__proto__') ? Object.create(null) : {}) as Record<string, unknown>;
  for (const key of keys) {
    const each = (value as Record<string, unknown>)[key];
    if (each !== undefined) inOrder[key] = typeof each === 'object' ? sorted(each) : each;
  }
  return inOrder;
}
