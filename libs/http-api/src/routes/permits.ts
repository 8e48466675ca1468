import { roleNames, roles, type Role } from '#ticket/role';

/** Who may do what, once for all routes (domain.md §2 `by`, api.md). */
export const everyRole: readonly Role[] = roleNames;
export const hotline = ['agent', 'shift-lead', 'dispatcher'] as const;
export const intakeDesk = ['agent', 'shift-lead', 'admin'] as const;
export const callDesk = ['agent', 'shift-lead'] as const;
/** Who may hear what was said on the telephone. */
export const recordingHearers = ['shift-lead', 'callback', 'reviewer', 'supervisor', 'quality', 'manager'] as const;
export const dispatchDesk = ['dispatcher', 'shift-lead'] as const;
/** Who gives one ticket less time than the rules do. */
export const limiters = [...dispatchDesk, 'supervisor', 'admin'] as const;
/** Who sees to it that nothing stays between the departments. */
export const transitReaders = [...dispatchDesk, 'supervisor', 'manager'] as const;
export const departmentDesk = ['handler', 'officer'] as const;
export const departmentRoles = ['handler', 'officer', 'department-head'] as const;
export const admin = ['admin'] as const;
export const templateKeepers = ['admin', 'department-head'] as const;
/** Whoever reads what the whole house has done. */
export const bulletinReaders = ['manager', 'leader', 'supervisor', 'quality'] as const;
export const reportReaders = ['manager', 'leader', 'supervisor', 'quality', 'department-head'] as const;
/** Who may be given reports of the whole house. */
export const reportReceivers = ['manager', 'leader', 'supervisor', 'quality'] as const;
/** Who says which reports are made by themselves. */
export const reportKeepers = ['manager', 'admin'] as const;
/** Who may issue a copy for somebody outside. */
export const copyists = [...hotline, 'reviewer', 'supervisor', ...departmentDesk] as const;
/** Who reads how good suggestions are; an administrator goes back to an earlier version. */
export const suggestionReaders = [...dispatchDesk, 'supervisor', 'quality', 'manager', 'admin'] as const;
export const auditors = ['admin', 'quality', 'manager'] as const;
/** Who works a shift, who answers for it, and who reads what became of it. */
export const dutyLeads = ['shift-lead', 'supervisor'] as const;
export const dutyDesk = ['agent', ...dutyLeads] as const;
export const dutyReaders = [...dutyDesk, 'manager'] as const;
export const incidentReaders = [...dutyReaders, 'leader'] as const;
/** Who gives orders to departments, and who signs them. */
export const supervising = ['supervisor'] as const;
export const supervisionSigners = [...supervising, 'manager'] as const;
/** Who reads what was ordered: the ledgers. A single order everybody reads who sees it on its ticket. */
export const supervisionReaders = [
  ...supervisionSigners,
  'shift-lead',
  'quality',
  'leader',
  ...departmentRoles,
] as const;
/** Everybody who is of no department. */
export const wholeHotline: readonly Role[] = roleNames.filter((role) => roles[role].scope === 'all');
/** Who sees to it that departments answer in time. */
export const riskReaders = ['supervisor', 'shift-lead', 'manager', 'leader'] as const;
/** Who decides what a hot issue is, and what everybody answers. */
export const issueDesk = ['dispatcher', 'shift-lead', 'supervisor'] as const;
/** Who has messages to citizens sent anew. */
export const messageDesk = ['shift-lead', 'supervisor', 'admin'] as const;
/** Who keeps the duty roster: a head the own department’s. */
export const rosterKeepers = ['department-head', 'shift-lead', 'supervisor', 'admin'] as const;
/** Who looks into signs that figures were made rather than earned. */
export const gamingReaders = [...supervisionSigners, 'quality'] as const;
export const gamingRuleKeepers = ['manager', 'admin'] as const;
