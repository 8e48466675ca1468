import { extensionRow } from '#store/extension-rows';
import type { WatchedPast } from './watched-past';

const wanted = 5 * 86_400_000;

/** The department asks for more time, unless it has thought of that too late. */
export function requestExtension(past: WatchedPast): void {
  const { lead, dueAt, at, ticket } = past;
  if (dueAt <= at) return;
  const until = new Date(dueAt.getTime() + wanted);
  const asked = { ...lead.input, extensionId: past.newId(), kind: 'finish', dueAt, until } as const;
  const words = { reason: '需多部门现场核实。', basis: '情况复杂' };
  past.move('requestExtension', { ...asked, ...words }, lead.handler);
  const { departmentId, handler } = lead;
  const row = { ...asked, ...words, departmentId, attachmentIds: [], by: handler.id, at };
  past.extensions.push(extensionRow(ticket.id, { ...row, approver: 'supervisor' }));
}

/** The supervisor gives what was asked for. */
export function extend(past: WatchedPast): void {
  const { supervisor } = past.people;
  const asked = past.extensions.at(-1);
  if (!asked) return;
  const { id: extensionId, assignment_id: assignmentId, kind, due_at: dueAt, until } = asked;
  past.move('extend', { assignmentId, extensionId, kind, dueAt, until, note: '同意。' }, supervisor);
  Object.assign(asked, { state: 'approved', decided_by: supervisor.id, decided_at: past.at, note: '同意。' });
}
