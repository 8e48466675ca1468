import type { AssignmentView } from '../moves/move-target';

export const assignmentRoleWords: Record<AssignmentView['role'], string> = { lead: '主办', 'co-handler': '协办' };
