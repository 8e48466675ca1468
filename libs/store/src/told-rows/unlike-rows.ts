import type { BrokenLink } from '../audit-ticket';
import { isSameValue } from '../same-value';
import type { Step, ToldRow } from './told-row';
import type { KeptRows } from '../kept-rows';
import { keptTable, toldTables } from '../rows-told';

/** Rows beside a ticket that are not as its history tells them, or missing, or told by nobody: the first of each table. */
export function unlikeRows(kept: KeptRows, steps: readonly Step[]): BrokenLink[] {
  const last = steps.at(-1)?.line.seq ?? 0;
  const names = new Set(steps.map(({ line }) => line.name));
  return toldTables.flatMap((table) => {
    const { name, addedBy, told, compared } = keptTable(table);
    if (kept[table].length === 0 && !addedBy.some((each) => names.has(each))) return [];
    const rows = compared ? kept[table].map(compared) : kept[table];
    const unlike = firstUnlike(told(steps), rows);
    if (!unlike) return [];
    const { first, missing, strange } = unlike;
    if (!first) return [{ seq: last, fault: `there is a ${name} that history does not tell` }];
    return [
      {
        seq: first.seq,
        fault: missing > strange ? `the ${name} is missing` : `the ${name} is another than history tells`,
      },
    ];
  });
}

interface UnlikeRows {
  /** The first that is told and not kept so; how many those are, and how many are kept that are not told so. */
  readonly first: ToldRow | undefined;
  readonly missing: number;
  readonly strange: number;
}

/** Rows have no order of their own: each that is told takes one that is like it. */
function firstUnlike(told: readonly ToldRow[], kept: readonly Columns[]): UnlikeRows | null {
  const left = new Set(kept);
  const compared = Object.keys(kept[0] ?? {});
  const unlike = told.filter(({ columns, mayLack }) => {
    const like = firstLike(columns, left, compared);
    if (like) left.delete(like);
    return !like && !mayLack;
  });
  return unlike.length + left.size === 0 ? null : { first: unlike[0], missing: unlike.length, strange: left.size };
}

type Columns = Readonly<Record<string, unknown>>;

/** Without a list of what is left: a ticket that is late for long has dozens of rungs. */
function firstLike(told: Columns, left: ReadonlySet<Columns>, compared: readonly string[]): Columns | undefined {
  for (const row of left)
    if (compared.every((column) => told[column] === undefined || isSameValue(told[column], row[column]))) return row;
  return undefined;
}
