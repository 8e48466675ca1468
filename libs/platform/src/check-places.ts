import { isUuid } from '#store/uuid-v7';
import type { Directory } from './directory';
import { Refusal, refusalAt } from './problems';

interface Named {
  readonly categoryCode?: string | null;
  readonly areaCode?: string | null;
  readonly subjectDepartmentId?: string | null;
  readonly visitId?: string | null;
}

/** What is said of a name in the caller's JSON that nothing has. */
const absent = {
  categoryCode: '没有这个类别',
  areaCode: '没有这个区域',
  subjectDepartmentId: '没有这个单位',
  visitId: '没有这次走访',
} as const satisfies Record<keyof Named, string>;

/** A category, area or department that does not exist is refused by its name in the caller's JSON. @throws Refusal */
export function checkPlaces(directory: Directory, named: Named): void {
  const exists: Record<keyof Named, (name: string) => boolean> = {
    categoryCode: (code) => directory.categories.has(code),
    areaCode: (code) => directory.areas.has(code),
    subjectDepartmentId: (id) => directory.departments.has(id),
    visitId: isUuid,
  };
  const { areaCode } = named;
  const heirs = areaCode ? directory.heirsOf('area', areaCode).map(({ name }) => name) : [];
  if (areaCode && heirs.length > 0 && !directory.isAreaInForce(areaCode))
    throw refusalAt('areaCode', `“${directory.areaName(areaCode)}”已并入“${heirs.join('”“')}”，请改选`);
  const errors = (Object.keys(absent) as (keyof Named)[])
    .filter((path) => named[path] && !exists[path](named[path]))
    .map((path) => ({ path, message: absent[path] }));
  if (errors.length > 0) throw new Refusal('invalid', errors.map(({ message }) => message).join('，'), { errors });
}
