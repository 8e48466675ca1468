import type { AdminChange } from '#store/admin-chain';
import { writeDirectory } from '#store/directory-rows';
import { addHeirs, type Heir } from '#store/place-versions';
import type { Sql } from '#store/sql';
import type { Directory } from '#platform/directory';
import { sourcesOf, type PlannedHeir, type ReorganisationPlan } from './reorganisation-plan';

interface Around {
  readonly sql: Sql;
  readonly directory: Directory;
  readonly at: Date;
  /** YYYY-MM-DD in Shanghai: the first day on which they are no more. */
  readonly today: string;
}

/** The trees as they stand from then on: new ones are founded, units come below the first heir, and what ends, ends. */
export async function succeedPlaces(
  plan: ReorganisationPlan,
  units: readonly string[],
  id: string,
  around: Around,
): Promise<AdminChange[]> {
  const { sql, directory } = around;
  const edit = editing(plan, around);
  const changes: AdminChange[] = [];
  for (const heir of plan.heirs) {
    if (heir.founded) changes.push(await found(plan, heir, around));
    else if (isBelowSource(plan, heir.heir, directory))
      changes.push(await edit(heir.heir, { parent: aboveSources(plan, heir.heir, directory) }));
  }
  const [first] = plan.heirs;
  const heirs = plan.heirs.map(({ heir }) => heir);
  for (const unit of units)
    if (!heirs.includes(unit) && !sourcesOf(plan).includes(unit))
      changes.push(await edit(unit, { parent: first.heir }));
  for (const source of sourcesOf(plan)) changes.push(await edit(source, { valid_to: around.today }));
  await addHeirs(sql, heirsOf(plan), id);
  return changes;
}

const columnsOf = {
  department: { key: 'id', parent: 'parent_id' },
  area: { key: 'code', parent: 'parent_code' },
} as const;

const editing =
  ({ kind }: ReorganisationPlan, { sql, at }: Around) =>
  (key: string, { parent, ...update }: { parent?: string | null; valid_to?: string }): Promise<AdminChange> => {
    const columns = columnsOf[kind];
    return writeDirectory(
      sql,
      { table: kind, key: { [columns.key]: key }, update: { ...update, [columns.parent]: parent } },
      at,
    );
  };

function found(
  { kind, ...plan }: ReorganisationPlan,
  { heir, founded }: PlannedHeir,
  around: Around,
): Promise<AdminChange> {
  const { sql, directory, at, today } = around;
  const columns = columnsOf[kind];
  const { code = '', name = '', parentId = null, group } = founded ?? {};
  const parent =
    parentId && sourcesOf(plan).includes(parentId) ? aboveSources({ kind, ...plan }, parentId, directory) : parentId;
  const insert = {
    ...(kind === 'department' ? { id: heir, code, group } : { code }),
    ...{ name, [columns.parent]: parent, valid_from: today },
  };
  return writeDirectory(sql, { table: kind, key: { [columns.key]: heir }, insert }, at);
}

const chainOf = ({ kind }: Pick<ReorganisationPlan, 'kind'>, key: string, directory: Directory): string[] =>
  kind === 'area' ? directory.chain(directory.areas, key) : directory.departmentAndAbove(key);

const isBelowSource = (plan: ReorganisationPlan, key: string, directory: Directory): boolean =>
  chainOf(plan, key, directory).some((above) => sourcesOf(plan).includes(above));

/** The nearest above all that ends; null at the top. */
function aboveSources(plan: ReorganisationPlan, key: string, directory: Directory): string | null {
  const chain = chainOf(plan, key, directory);
  const last = chain.findLastIndex((above) => sourcesOf(plan).includes(above));
  return chain[last + 1] ?? null;
}

const heirsOf = (plan: ReorganisationPlan): Heir[] =>
  sourcesOf(plan).flatMap((key) =>
    plan.heirs.map(({ heir, categoryCodes, areaCodes }) => ({ kind: plan.kind, key, heir, categoryCodes, areaCodes })),
  );
