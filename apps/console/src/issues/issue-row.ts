import type { ListItem } from '#http-api/list-route';
import type { RouteAnswer } from '#http-api/routes';

export type IssueRow = ListItem<'GET /api/issues'>;
export type IssueView = RouteAnswer<'GET /api/issues/:id'>;
export type Milestone = IssueView['milestones'][number];
