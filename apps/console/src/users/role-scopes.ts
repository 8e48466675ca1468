import { roles, type Role } from '#ticket/role';

type Scope = (typeof roles)[Role]['scope'];

/** The two kinds of roles; the server refuses to mix them, since a role of the hotline shows every department's tickets. */
export const roleScopes: readonly { scope: Scope; label: string }[] = [
  { scope: 'all', label: '热线岗位' },
  { scope: 'department', label: '单位岗位' },
];

export const scopeRefusal = '单位岗位与热线岗位不能由同一人兼任';

/** The kind of the roles chosen so far; null while there are none. */
export const scopeOf = (held: readonly Role[]): Scope | null => (held[0] ? roles[held[0]].scope : null);
