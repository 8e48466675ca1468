import { uuidV7 } from '#store/uuid-v7';
import type { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import type { AskedReorganisation, PlannedHeir, ReorganisationPlan } from './reorganisation-plan';

/** What is asked for, by names and ids. @throws Refusal for what there is not, or not any more, or what cannot take another's place */
export function planned(asked: AskedReorganisation, directory: Directory, at: Date): ReorganisationPlan {
  const { kind, reason } = asked;
  const sources = [...new Set(asked.from)];
  const inForce = inForceIn(directory, kind);
  const gone = sources.find((id) => inForce(id) === undefined);
  if (gone !== undefined) throw refusalAt('from', '要调整的单位或区域不存在，或已停用');
  const from = sources.map((id) => ({ id, name: inForce(id) ?? id }));
  const [first, ...others] = asked.heirs.map((heir, index) => heirOf(heir, index, { directory, kind, at }));
  if (!first) throw refusalAt('heirs', '请填写由谁承继');
  const plan = { kind, from, heirs: [first, ...others], reason } as const;
  check(plan);
  return plan;
}

interface Around {
  readonly directory: Directory;
  readonly kind: AskedReorganisation['kind'];
  readonly at: Date;
}

const inForceIn =
  (directory: Directory, kind: Around['kind']) =>
  (id: string): string | undefined => {
    if (kind === 'department') return directory.departmentInForce(id)?.name;
    return directory.isAreaInForce(id) ? directory.areaName(id) : undefined;
  };

function heirOf(
  { id, founded, categoryCodes, areaCodes }: AskedReorganisation['heirs'][number],
  index: number,
  { directory, kind, at }: Around,
): PlannedHeir {
  const path = `heirs[${index}]`;
  checkCodes(directory, { categoryCodes, areaCodes }, path);
  if ((id === undefined) === (founded === undefined))
    throw refusalAt(path, '请选择已有的承继者，或填写新设的，二者选一');
  if (founded) {
    if (kind === 'department' && !founded.group) throw refusalAt(`${path}.founded.group`, '请选择新单位的类别');
    const isTaken = [...(kind === 'area' ? directory.areas : directory.departments).values()].some(
      ({ code }) => code === founded.code,
    );
    if (isTaken) throw refusalAt(`${path}.founded.code`, `编码“${founded.code}”已被使用`);
    if (founded.parentId && inForceIn(directory, kind)(founded.parentId) === undefined)
      throw refusalAt(`${path}.founded.parentId`, '没有这个上级，或已停用');
    const heir = kind === 'area' ? founded.code : uuidV7(at);
    return { heir, name: founded.name, founded, categoryCodes, areaCodes };
  }
  const name = inForceIn(directory, kind)(id ?? '');
  if (name === undefined) throw refusalAt(path, '承继者不存在，或已停用');
  return { heir: id ?? '', name, founded: null, categoryCodes, areaCodes };
}

function checkCodes(
  directory: Directory,
  { categoryCodes, areaCodes }: Pick<PlannedHeir, 'categoryCodes' | 'areaCodes'>,
  path: string,
): void {
  if (categoryCodes.some((code) => !directory.categories.has(code)))
    throw refusalAt(`${path}.categoryCodes`, '没有这个类别');
  if (areaCodes.some((code) => !directory.areas.has(code))) throw refusalAt(`${path}.areaCodes`, '没有这个区域');
}

/** @throws Refusal */
function check({ kind, from, heirs: [first, ...others] }: ReorganisationPlan): void {
  const heirs = [first, ...others];
  const ids = heirs.map(({ heir }) => heir);
  if (new Set(ids).size < ids.length) throw refusalAt('heirs', '同一承继者只填写一次，承接事项可合并填写');
  const both = from.find(({ id }) => ids.includes(id));
  if (both) throw refusalAt('heirs', `“${both.name}”不能承继自己`);
  const isDivided = ({ categoryCodes, areaCodes }: PlannedHeir) => categoryCodes.length + areaCodes.length > 0;
  if (isDivided(first)) throw refusalAt('heirs[0]', '第一个承继者承接其余全部事项，不另限定类别和区域');
  if (kind === 'area' && others.length > 0)
    throw refusalAt('heirs', '区域只能并入一个区域：在办工单写明的地点分不到更细');
  const open = others.findIndex((heir) => !isDivided(heir));
  if (open >= 0) throw refusalAt(`heirs[${open + 1}]`, '请填写这个承继者承接的类别或区域');
  const foundedIds = heirs.flatMap(({ founded }) => founded ?? []).map(({ code }) => code);
  if (new Set(foundedIds).size < foundedIds.length) throw new Refusal('invalid', '新设的编码不能相同');
}
