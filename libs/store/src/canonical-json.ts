/**
 * JSON with sorted keys and without undefined: the same value always gives the same bytes, also after PostgreSQL's jsonb.
 * Written piece by piece: the audit does this for every line that was ever written, and a sorted copy takes longer.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object' || value instanceof Date) return JSON.stringify(value);
  return Array.isArray(value) ? list(value) : record(value as Record<string, unknown>);
}

function list(values: readonly unknown[]): string {
  let json = '';
  for (const each of values) json += json === '' ? canonicalJson(each) : `,${canonicalJson(each)}`;
  return `[${json}]`;
}

function record(values: Record<string, unknown>): string {
  let json = '';
  for (const key of sortedKeys(values)) {
    const each = values[key];
    if (each === undefined) continue;
    json += `${json === '' ? '' : ','}${quoted(key)}:${canonicalJson(each)}`;
  }
  return `{${json}}`;
}

/** Most are in order as they come, and to see that takes a fraction of sorting them. */
function sortedKeys(values: object): string[] {
  const keys = Object.keys(values);
  for (let index = 1; index < keys.length; index += 1)
    if ((keys[index] as string) < (keys[index - 1] as string)) return keys.sort();
  return keys;
}

/** Nearly all keys are names of fields, in which nothing has to be escaped. */
const quoted = (key: string): string => (/^\w+$/.test(key) ? `"${key}"` : JSON.stringify(key));
