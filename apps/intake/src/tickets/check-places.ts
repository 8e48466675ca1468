import type { Directory } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { isUuid } from '#store/uuid-v7';

interface Named {
  categoryCode?: string | null;
  areaCode?: string | null;
  subjectDepartmentId?: string | null;
  visitId?: string | null;
}

/** A category, area or department that does not exist is refused by its name in the caller's JSON. @throws Refusal */
export function checkPlaces(directory: Directory, named: Named): void {
  const { categoryCode, areaCode, subjectDepartmentId, visitId } = named;
  const faults = [
    categoryCode && !directory.categories.has(categoryCode) ? 'categoryCode' : '',
    areaCode && !directory.areas.has(areaCode) ? 'areaCode' : '',
    subjectDepartmentId && !directory.departments.has(subjectDepartmentId) ? 'subjectDepartmentId' : '',
    visitId && !isUuid(visitId) ? 'visitId' : '',
  ].filter(Boolean);
  if (faults.length === 0) return;
  throw new Refusal('invalid', '没有这个类别、区域、单位或走访', {
    errors: faults.map((path) => ({ path, message: 'unknown' })),
  });
}
