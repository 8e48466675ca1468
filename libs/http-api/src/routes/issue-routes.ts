import { listOf } from '../fields';
import {
  issueAlertView,
  issueInput,
  issueJoinInput,
  issueLeadInput,
  issueNameInput,
  issueQuery,
  issueRuleInput,
  issueRuleView,
  issueSplitInput,
  issueSummary,
  issueTicketsInput,
  issueView,
  milestoneInput,
} from '../issue-shapes';
import { pageQuery } from '../rating-shapes';
import type { RouteKey, RouteRow } from '../route';
import { nothing, ticketSummary } from '../ticket-shapes';
import { admin, everyRole, issueDesk, wholeHotline } from './permits';

const change = { service: 'intake', permit: issueDesk, response: issueView, ifMatch: true } as const;

/** 热点诉求: what many ask about. The house finds them; people name them, put them in order and plan against them. */
export const issueRoutes = {
  'GET /api/issues': {
    service: 'intake',
    permit: everyRole,
    summary: 'Hot issues in scope, the last active or the largest first',
    query: issueQuery,
    response: listOf(issueSummary),
  },
  'POST /api/issues': {
    service: 'intake',
    permit: issueDesk,
    summary: 'Begin one by hand, with tickets or without',
    status: 201,
    body: issueInput,
    response: issueView,
  },
  'GET /api/issues/:id': {
    service: 'intake',
    permit: everyRole,
    summary: 'One, with its days and milestones',
    response: issueView,
  },
  'GET /api/issues/:id/tickets': {
    service: 'intake',
    permit: everyRole,
    summary: 'Its tickets in scope, the newest first',
    query: pageQuery,
    response: listOf(ticketSummary),
  },
  'POST /api/issues/:id/name': { ...change, summary: 'Name it, and say of what kind it is', body: issueNameInput },
  'POST /api/issues/:id/lead': { ...change, summary: 'Name the department that leads', body: issueLeadInput },
  'POST /api/issues/:id/tickets': { ...change, summary: 'Add tickets by hand', body: issueTicketsInput },
  'POST /api/issues/:id/remove': {
    ...change,
    summary: 'Take tickets out; they are left alone from then on',
    body: issueTicketsInput,
  },
  'POST /api/issues/:id/split': { ...change, summary: 'Make another one of some tickets', body: issueSplitInput },
  'POST /api/issues/:id/join': { ...change, summary: 'Make it part of another one', body: issueJoinInput },
  'POST /api/issues/:id/close': { ...change, summary: 'Follow it no longer', body: nothing },
  'POST /api/issues/:id/reopen': { ...change, summary: 'Follow it again', body: nothing },
  'POST /api/issues/:id/milestones': { ...change, summary: 'Plan a milestone', body: milestoneInput },
  'PUT /api/issues/:id/milestones/:milestoneId': {
    ...change,
    summary: 'Change its plan, or tell how far it is',
    body: milestoneInput,
  },
  'DELETE /api/issues/:id/milestones/:milestoneId': { ...change, summary: 'Take it out of the plan' },
  'GET /api/issue-alerts': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'Thresholds that issues have crossed, the latest first',
    query: pageQuery,
    response: listOf(issueAlertView),
  },
  'GET /api/issue-rules': {
    service: 'intake',
    permit: wholeHotline,
    summary: 'By which rules issues are found, shown and judged',
    query: pageQuery,
    response: listOf(issueRuleView),
  },
  'PUT /api/issue-rules/:name': {
    service: 'intake',
    permit: admin,
    summary: 'Change one; alerts are raised anew by what it says then',
    body: issueRuleInput,
    response: issueRuleView,
    ifMatch: true,
  },
} as const satisfies Record<RouteKey, RouteRow>;
