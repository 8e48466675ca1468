import { listOf } from '../fields';
import type { RouteKey, RouteRow } from '../route';
import { scoreRulesInput, scoreRulesQuery, scoreRulesView } from '../score-shapes';
import { reportReaders } from './permits';

const satisfaction = { service: 'satisfaction' } as const;

/** 评分规则: whole versions. */
export const scoreRoutes = {
  'GET /api/score-rules': {
    ...satisfaction,
    permit: [...reportReaders, 'admin'],
    summary: 'By what departments are compared, every version, the newest first',
    query: scoreRulesQuery,
    response: listOf(scoreRulesView),
  },
  'POST /api/score-rules': {
    ...satisfaction,
    permit: ['manager', 'admin'],
    summary: 'Compare departments by other rules from now on',
    status: 201,
    body: scoreRulesInput,
    response: scoreRulesView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
