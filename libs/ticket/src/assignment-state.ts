/** The states of one department's part in a ticket, domain.md §2. */
export const assignmentStates = {
  waiting: { label: '待签收', open: true },
  working: { label: '办理中', open: true },
  objecting: { label: '退单待审', open: true },
  signing: { label: '待签发', open: true },
  answered: { label: '已反馈', open: false },
  returned: { label: '已退回', open: false },
  cancelled: { label: '已撤回', open: false },
} as const satisfies Record<string, { label: string; open: boolean }>;

export type AssignmentState = keyof typeof assignmentStates;
export const assignmentStateNames = Object.keys(assignmentStates) as AssignmentState[];
export const isOpenAssignment = (state: AssignmentState): boolean => assignmentStates[state].open;
