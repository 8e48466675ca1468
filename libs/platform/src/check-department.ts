import type { Directory } from './directory';
import { refusalAt } from './problems';

/** @throws Refusal at a field that names a department which there is not, or not any more */
export function checkDepartment(directory: Directory, id: string, path: string): void {
  if (!directory.departmentInForce(id)) throw refusalAt(path, '没有这个单位，或已停用');
}
