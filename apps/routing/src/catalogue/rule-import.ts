import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { headedRows } from '#platform/tables/headed-rows';
import { readTable } from '#platform/tables/read-table';
import type { TableRow } from '#platform/tables/table-row';
import { DispatchRules } from '../dispatch-rules';
import { Elsewhere } from './elsewhere';
import type { FileRow } from './line-told';
import { planImport, type ImportPlan } from './plan-import';
import { readRuleRow, UnreadableRow } from './read-rule-row';
import { ruleColumns } from './rule-columns';
import { RuleIndex } from './rule-index';
import { readRules, writeChange } from './rule-rows';
import { RuleStore } from './rule-store';

type Outcome = RouteAnswer<'POST /api/dispatch-rules/import'>;
type Refused = Outcome['refused'];

const mostRows = 5_000;

interface ReadFile {
  readonly rows: readonly FileRow[];
  readonly refused: Refused;
}

/** The catalogue by a file, as it was exported or written by hand. What is allowed is taken together, or nothing is. */
@Injectable()
export class RuleImport {
  constructor(
    private readonly store: RuleStore,
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly rules: DispatchRules,
    private readonly elsewhere: Elsewhere,
    private readonly directory: Directory,
  ) {}

  /** @throws Refusal for a file that is no such table */
  async preview(file: Uint8Array): Promise<Outcome> {
    const read = await this.read(file);
    const before = new RuleIndex(await readRules(this.database.sql));
    const plan = planImport(before, read.rows, this.store.surroundings());
    const changes = plan.told.flatMap(({ change }) => change ?? []);
    return outcomeOf(plan, read.refused, await this.elsewhere.of({ before, after: plan.after, changes }));
  }

  /** The same file again changes nothing. @throws Refusal for a file that is no such table */
  async take(file: Uint8Array, caller: Caller): Promise<Outcome> {
    const read = await this.read(file);
    let outcome: Outcome | undefined;
    await this.administration.write(caller, async (sql: Sql) => {
      const plan = planImport(new RuleIndex(await readRules(sql)), read.rows, this.store.surroundings());
      outcome = outcomeOf(plan, read.refused, null);
      const changes = [];
      for (const { change } of plan.told) if (change) changes.push(await writeChange(sql, change));
      return changes;
    });
    this.rules.forget();
    return outcome as Outcome;
  }

  private async read(file: Uint8Array): Promise<ReadFile> {
    const table = headedRows((await readTable(file)).filter(isNoMark), ruleColumns);
    if (table.length > mostRows) throw new Refusal('invalid', `一次最多导入${mostRows}条，请分成几个文件`);
    const rows: FileRow[] = [];
    const refused: Refused = [];
    for (const row of table)
      try {
        rows.push({ ...readRuleRow(row, this.directory), id: this.store.newId() });
      } catch (error) {
        if (!(error instanceof UnreadableRow)) throw error;
        refused.push({ line: row.line, reason: error.message });
      }
    return { rows, refused };
  }
}

/** Below the rows of an exported file stands who took it out. */
const isNoMark = ({ cells: [first] }: TableRow): boolean => !String(first ?? '').startsWith('导出人：');

function outcomeOf({ told, refused }: ImportPlan, unread: Refused, elsewhere: Outcome['elsewhere']): Outcome {
  const made = told.map(({ change }) =>
    change?.kind === 'end' ? 'ended' : change ? (change.before ? 'edited' : 'created') : 'unchanged',
  );
  const count = (kind: (typeof made)[number]) => made.filter((each) => each === kind).length;
  return {
    created: count('created'),
    edited: count('edited'),
    ended: count('ended'),
    unchanged: count('unchanged'),
    refused: [...unread, ...refused].sort((left, right) => left.line - right.line),
    elsewhere,
  };
}
