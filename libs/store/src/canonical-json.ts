/**
 * JSON with sorted keys and without undefined: the same value always gives the same bytes, also after PostgreSQL's jsonb.
 * Written piece by piece: the audit does this for every line that was ever written, and a sorted copy takes longer.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return flat(value);
  if (Array.isArray(value)) return list(value);
  return value instanceof Date ? JSON.stringify(value) : record(value as Record<string, unknown>);
}

const flat = (value: unknown): string => (value === undefined ? 'null' : JSON.stringify(value));

function list(values: readonly unknown[]): string {
  let json = '';
  for (const each of values) json += json === '' ? canonicalJson(each) : `,${canonicalJson(each)}`;
  return `[${json}]`;
}

function record(values: Record<string, unknown>): string {
  let json = '';
  for (const key of Object.keys(values).sort()) {
    const each = values[key];
    if (each === undefined) continue;
    json += `${json === '' ? '' : ','}${quoted(key)}:${canonicalJson(each)}`;
  }
  return `{${json}}`;
}

/** Nearly all keys are names of fields, in which nothing has to be escaped. */
const quoted = (key: string): string => (/^\w+$/.test(key) ? `"${key}"` : JSON.stringify(key));
