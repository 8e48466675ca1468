import type { Directory } from './directory';
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
    throw ended ? refusalAt(path, `“${ended.name}”已停用，请另选单位`) : refusalAt(path, '没有这个单位');
  }
}
