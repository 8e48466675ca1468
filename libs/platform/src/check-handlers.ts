import type { Department, Directory } from './directory';
import { refusalAt } from './problems';

interface Named {
  readonly leadId?: string | null;
  readonly coHandlerIds?: readonly string[];
}

/** Nobody hands a ticket to a department that does not exist, or not any more. @throws Refusal */
export function checkHandlers(directory: Directory, { leadId, coHandlerIds = [] }: Named): void {
  for (const id of [...(leadId ? [leadId] : []), ...coHandlerIds]) {
    if (directory.departmentInForce(id)) continue;
    const ended = directory.departments.get(id);
    const path = id === leadId ? 'leadId' : 'coHandlerIds';
    throw ended ? refusalAt(path, endedWords(directory, ended)) : refusalAt(path, '没有这个单位');
  }
}

/** That it is no more, and whom to ask instead. */
export function endedWords(directory: Directory, { id, name }: Pick<Department, 'id' | 'name'>): string {
  const heirs = directory.heirsOf('department', id).map((heir) => heir.name);
  return heirs.length === 0 ? `“${name}”已停用，请另选单位` : `“${name}”已停用，由“${heirs.join('”“')}”承继，请改选`;
}
