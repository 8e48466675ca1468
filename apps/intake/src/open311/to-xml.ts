/** What stands in a list of this name, one by one. */
const members: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/** A value of JSON as the XML of GeoReport v2, which says the same: a list is an element around its members. */
export const xmlDocument = (root: string, value: unknown): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;

function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return `<${name}/>`;
  return `<${name}>${inner(name, value)}</${name}>`;
}

function inner(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => element(members[name] ?? 'item', each)).join('');
  if (typeof value === 'object')
    return Object.entries(value as object)
      .map(([key, each]) => element(key, each))
      .join('');
  return escaped(`${value as string | number | boolean}`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no way to write most control characters, nor half a character. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (each) => entities[each] ?? each);
