import type { Caller } from './caller';

/** Whoever reads reports and is nobody, another system or a schedule: it sees the figures of the whole house, as a leader does, and is in no department. */
export const reportReader = ({ id, name }: { readonly id: string; readonly name: string }): Caller => ({
  ...{ id, name, username: name },
  roles: ['leader'],
  ...{ departmentId: null, departmentIds: [] },
  ...{ mustChangePassword: false, extension: null, deputyFor: [] },
});
