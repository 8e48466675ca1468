import type { AssignmentView } from '../moves/move-target';

export const assignmentRoleWords: Record<AssignmentView['role'], string> = { lead: '主办', 'co-handler': '协办' };

/** The same of a part: one that was handed on is a unit's. */
export const partWords = ({ role, parentId }: Pick<AssignmentView, 'role' | 'parentId'>): string =>
  parentId ? '下级' : assignmentRoleWords[role];
