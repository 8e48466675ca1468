/** JSON with sorted keys and without undefined: the same value always gives the same bytes, also after PostgreSQL's jsonb. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Without a prototype every name is a key like any other, `__proto__` too.
  const inOrder = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value).sort()) {
    const each = (value as Record<string, unknown>)[key];
    if (each !== undefined) inOrder[key] = sorted(each);
  }
  return inOrder;
}
