import type { Assignment, Ticket } from '#ticket/ticket';

export const assignmentColumns = {
  id: 'id',
  departmentId: 'department_id',
  parentId: 'parent_id',
  role: 'role',
  state: 'state',
  round: 'round',
  dispatchedAt: 'dispatched_at',
  signedAt: 'signed_at',
  contactedAt: 'contacted_at',
  submittedAt: 'submitted_at',
  answeredAt: 'answered_at',
  endedAt: 'ended_at',
  reply: 'reply',
} as const satisfies Record<keyof Assignment, string>;

const fields = Object.keys(assignmentColumns) as (keyof Assignment)[];

export const assignmentSelect = fields.map((field) => `a.${assignmentColumns[field]} AS "${field}"`).join(', ');

export const assignmentRow = (
  { id, nudges }: Pick<Ticket, 'id' | 'nudges'>,
  assignment: Assignment,
): Record<string, unknown> => ({
  ticket_id: id,
  nudges,
  ...Object.fromEntries(fields.map((field) => [assignmentColumns[field], assignment[field]])),
  ...unclocked,
});

/** A part is inserted so; from then on its due time and flag are the clocks', and its nudges its ticket's (write-move.ts). */
const unclocked = { due_at: null, alert: 'none' } as const;

/** The columns an existing assignment may change in. */
export const assignmentUpdates = fields
  .filter((field) => field !== 'id')
  .map((field) => `${assignmentColumns[field]} = EXCLUDED.${assignmentColumns[field]}`)
  .join(', ');

export const assignmentInserts = ['ticket_id', ...fields.map((field) => assignmentColumns[field])].join(', ');
