import { partKinds } from '#ticket/part-kind';
import type { AskedRequest } from '../moves/asked-request';
import type { Extension } from './extension-facts';

/** Whose wish for more time it is: 供电公司（协办）申请延期. */
export const extensionTitle = ({ department, role }: Extension): string =>
  `${department.name}${role === 'lead' ? '' : `（${partKinds[role].label}）`}申请延期`;

/** As what may be done with it is found. */
export const askedExtension = ({ id, state, approver, role, department }: Extension): AskedRequest => ({
  ...{ kind: 'extension', id, state, approver, role, department },
});
