import { listOf } from '../fields';
import { pageQuery } from '../rating-shapes';
import {
  reviewRuleInput,
  reviewRuleView,
  reviewSampleInput,
  reviewSampleQuery,
  reviewSampleView,
} from '../review-shapes';
import type { RouteKey, RouteRow } from '../route';
import { admin } from './permits';

const review = { service: 'satisfaction' } as const;
const samplers = ['quality', 'reviewer', 'supervisor'] as const;

/** 审核规则, 抽查: which replies two review, and which of those that nobody reviewed are looked at again. */
export const reviewRoutes = {
  'GET /api/review-rules': {
    ...review,
    permit: [...samplers, 'manager', ...admin],
    summary: 'How many in a hundred replies two review, or are drawn after nobody did',
    query: pageQuery,
    response: listOf(reviewRuleView),
  },
  'PUT /api/review-rules/:rule': {
    ...review,
    permit: admin,
    summary: 'Say for how many in a hundred tickets of a category, or of all others, a rule holds',
    body: reviewRuleInput,
    response: reviewRuleView,
  },
  'GET /api/review-samples': {
    ...review,
    permit: samplers,
    summary: 'Automatically approved replies that were drawn for a second look, what waits longest first',
    query: reviewSampleQuery,
    response: listOf(reviewSampleView),
  },
  'POST /api/review-samples/:id/verdict': {
    ...review,
    permit: samplers,
    summary: 'Say whether a reply was rightly approved, or why it should have been sent back',
    body: reviewSampleInput,
    response: reviewSampleView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
