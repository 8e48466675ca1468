import { Refusal } from '#platform/problems';
import { checkChange, rowsAfter, type CatalogueChange } from './catalogue-change';
import type { CheckedAgainst } from './check-rule';
import { lineTold, type FileRow, type LineTold } from './line-told';
import type { RuleIndex } from './rule-index';

export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

/** What a file makes of the catalogue. */
export interface ImportPlan {
  readonly told: readonly LineTold[];
  readonly refused: readonly RefusedRow[];
  readonly after: RuleIndex;
}

/**
 * All rows of a file together: what a later line changes is not in the way of an earlier one. What the whole catalogue does
 * not allow is refused, of two lines that tie the later one, and the rest is looked at again without it.
 */
export function planImport(
  before: RuleIndex,
  rows: readonly FileRow[],
  around: Pick<CheckedAgainst, 'directory' | 'departments' | 'today'>,
): ImportPlan {
  const refused: RefusedRow[] = [];
  for (let taken = rows; ;) {
    const plan = planned(before, taken, around.today);
    const faults = [...plan.refused, ...faultsOf(plan, { ...around, before })];
    if (faults.length === 0) return { ...plan, refused: refused.sort((left, right) => left.line - right.line) };
    refused.push(...faults);
    const gone = new Set(faults.map(({ line }) => line));
    taken = taken.filter(({ line }) => !gone.has(line));
  }
}

/** One line after the other. A line that contradicts one before it is left out. */
function planned(before: RuleIndex, rows: readonly FileRow[], today: string): ImportPlan {
  const after = before.with([]);
  const [told, refused]: [Map<string, LineTold>, RefusedRow[]] = [new Map<string, LineTold>(), []];
  const all: LineTold[] = [];
  for (const row of rows) {
    const found = lineTold(after, row, told, today);
    if (typeof found === 'number') {
      refused.push({ line: row.line, reason: `与文件第${found}行适用范围相同，只能保留一条` });
      continue;
    }
    for (const each of found.change ? rowsAfter(found.change) : []) after.put(each);
    if (found.ruleId) told.set(found.ruleId, found);
    all.push(found);
  }
  return { told: all, refused, after };
}

function faultsOf({ told, after }: ImportPlan, around: Omit<CheckedAgainst, 'after' | 'lines'>): RefusedRow[] {
  const lines = new Map(told.flatMap(({ line, change }) => (change ? [[change.rule.id, line] as const] : [])));
  // As it is after the whole file: a later line may end it.
  const last = new Map(after.all().map((rule) => [rule.id, rule]));
  return told.flatMap(({ line, change }) => {
    const rule = change && last.get(change.rule.id);
    const reason = rule && faultOf({ ...change, rule }, { ...around, after, lines });
    return reason ? [{ line, reason }] : [];
  });
}

function faultOf(change: CatalogueChange, against: CheckedAgainst): string | null {
  try {
    checkChange(change, against);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.detail;
    throw error;
  }
}
