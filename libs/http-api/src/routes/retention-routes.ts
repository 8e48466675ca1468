import { listOf } from '../fields';
import { pageQuery } from '../rating-shapes';
import {
  erasureInput,
  erasureQuery,
  erasureView,
  retentionRoundView,
  retentionRuleInput,
  retentionRuleView,
} from '../retention-shapes';
import { nothing } from '../ticket-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin } from './permits';

const keeper = ['admin', 'manager', 'leader', 'quality'] as const;
/** Whoever proposed it does not approve it. */
const approver = ['manager', 'leader'] as const;
const rule = { service: 'intake', response: retentionRuleView } as const;
const erasure = { service: 'intake', response: erasureView } as const;

/** How long tickets, and the people in them, are kept. */
export const retentionRoutes = {
  'GET /api/retention-rules': {
    service: 'intake',
    permit: keeper,
    summary: 'What is archived and erased after how long, newest first',
    query: pageQuery,
    response: listOf(retentionRuleView),
  },
  'POST /api/retention-rules': {
    ...rule,
    permit: admin,
    summary: 'Propose a rule',
    status: 201,
    body: retentionRuleInput,
  },
  'POST /api/retention-rules/:id/approve': {
    ...rule,
    permit: approver,
    summary: 'Approve a rule, which ends the one before',
    body: nothing,
  },
  'POST /api/retention-rules/:id/end': {
    ...rule,
    permit: [...admin, ...approver],
    summary: 'End a rule, or withdraw its proposal',
    body: nothing,
  },
  'GET /api/retention-rounds': {
    service: 'intake',
    permit: [...keeper, 'supervisor'],
    summary: 'When rules and erasures were carried out last, and what came of it',
    response: retentionRoundView,
  },
  'GET /api/erasures': {
    service: 'intake',
    permit: [...keeper, 'supervisor'],
    summary: 'Citizens to be forgotten, newest first',
    query: erasureQuery,
    response: listOf(erasureView),
  },
  'POST /api/erasures': {
    ...erasure,
    permit: ['supervisor', 'admin'],
    summary: 'Ask that the citizen of a ticket be forgotten, in all their tickets',
    status: 201,
    body: erasureInput,
  },
  'POST /api/erasures/:id/approve': { ...erasure, permit: approver, summary: 'Approve an erasure', body: nothing },
  'POST /api/erasures/:id/refuse': { ...erasure, permit: approver, summary: 'Refuse an erasure', body: nothing },
} as const satisfies Record<RouteKey, RouteRow>;
