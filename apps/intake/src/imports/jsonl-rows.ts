import { isBlank, type Cell } from '#platform/tables/table-row';
import type { SourceRow } from './source-row';

/** Characters of one line. */
const mostCharacters = 1_048_576;

/** What each line says; one that is no JSON object is a row that cannot be read. `pathOf` knows the names of fields. */
export async function* jsonlRows(
  text: AsyncIterable<string>,
  pathOf: (name: string) => string | undefined,
): AsyncGenerator<SourceRow> {
  let line = 0;
  for await (const each of lines(text)) {
    line += 1;
    if (each === null) yield { line, cells: new Map(), fault: '这一行过长' };
    else if (each.trim() !== '') yield { line, ...read(each, pathOf) };
  }
}

/** Lines one by one; null for one that is too long, of which nothing is kept. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = '';
  let isTooLong = false;
  for await (const chunk of text) {
    const [first = '', ...others] = chunk.split('\n');
    rest = isTooLong ? '' : rest + first;
    isTooLong ||= rest.length > mostCharacters;
    for (const other of others) {
      yield isTooLong ? null : rest;
      rest = other;
      isTooLong = rest.length > mostCharacters;
    }
  }
  if (isTooLong || rest !== '') yield isTooLong ? null : rest;
}

type Read = Omit<SourceRow, 'line'>;

function read(text: string, pathOf: (name: string) => string | undefined): Read {
  const said = parsed(text);
  if (!said) return { cells: new Map(), fault: '不是有效的 JSON 对象' };
  const cells = new Map<string, Cell>();
  for (const [name, value] of flat(said)) {
    const path = pathOf(name);
    // What is no name of ours may be somebody's, and is not told again.
    if (path === undefined) return { cells, fault: '有不认识的字段，请对照模板' };
    if (!isCell(value)) return { cells, fault: '字段的值须为文字、数字或 true/false' };
    if (!isBlank(value)) cells.set(path, value);
  }
  return { cells };
}

function parsed(text: string): object | null {
  try {
    const said: unknown = JSON.parse(text);
    return said !== null && typeof said === 'object' && !Array.isArray(said) ? said : null;
  } catch {
    return null;
  }
}

/** `citizen: { phone }` is `citizen.phone`. What is null says nothing. */
const flat = (said: object): [string, unknown][] =>
  Object.entries(said).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    if (value === null) return [];
    if (typeof value !== 'object' || Array.isArray(value)) return [[name, value]];
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([inner, each]) => [`${name}.${inner}`, each]);
  });

const isCell = (value: unknown): value is Cell => ['string', 'number', 'boolean'].includes(typeof value);
