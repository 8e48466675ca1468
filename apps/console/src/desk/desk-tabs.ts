import { assignmentStates, type AssignmentState } from '#ticket/assignment-state';

export type DeskTab = AssignmentState | 'all';

const shown: readonly AssignmentState[] = ['waiting', 'working', 'objecting', 'signing', 'answered'];

/** What a department looks through; the words are the assignment's own. */
export const deskTabs: { value: DeskTab; label: string }[] = [
  ...shown.map((value) => ({ value, label: assignmentStates[value].label })),
  { value: 'all', label: '全部' },
];
