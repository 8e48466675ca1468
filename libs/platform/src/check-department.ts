import { endedWords } from './check-handlers';
import type { Directory } from './directory';
import { refusalAt } from './problems';

/** @throws Refusal at a field that names a department which there is not, or not any more */
export function checkDepartment(directory: Directory, id: string, path: string): void {
  if (directory.departmentInForce(id)) return;
  const ended = directory.departments.get(id);
  const isSucceeded = ended && directory.heirsOf('department', id).length > 0;
  throw refusalAt(path, isSucceeded ? endedWords(directory, ended) : '没有这个单位，或已停用');
}
