/** The roles people have (wording.md); a user may have several. `scope: department` sees only the own department and below. */
export const roles = {
  agent: { label: '话务员', scope: 'all' },
  'shift-lead': { label: '值班长', scope: 'all' },
  dispatcher: { label: '派单员', scope: 'all' },
  handler: { label: '联络员', scope: 'department' },
  officer: { label: '经办人', scope: 'department' },
  'department-head': { label: '单位审签领导', scope: 'department' },
  reviewer: { label: '审核员', scope: 'all' },
  callback: { label: '回访员', scope: 'all' },
  supervisor: { label: '督办员', scope: 'all' },
  quality: { label: '质检员', scope: 'all' },
  manager: { label: '热线负责人', scope: 'all' },
  leader: { label: '区领导', scope: 'all' },
  admin: { label: '系统管理员', scope: 'all' },
} as const;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as [Role, ...Role[]];

/** Whoever can move a ticket: people by their role, our services, the citizen, and a channel such as the superior's system. */
export type ActorRole = Role | 'system' | 'citizen' | 'channel';
