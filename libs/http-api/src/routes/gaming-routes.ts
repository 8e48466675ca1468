import { listOf } from '../fields';
import { gamingRuleInput, gamingRuleView, gamingSignQuery, gamingSignView, gamingVerdictInput } from '../gaming-shapes';
import { pageQuery } from '../rating-shapes';
import type { RouteKey, RouteRow } from '../route';
import { ticketSummary } from '../ticket-shapes';
import { gamingReaders, gamingRuleKeepers } from './permits';

const decide = {
  service: 'satisfaction',
  permit: gamingReaders,
  body: gamingVerdictInput,
  response: gamingSignView,
} as const;

/** 异常线索: signs that figures were made rather than earned, for a person to look into. */
export const gamingRoutes = {
  'GET /api/gaming-signs': {
    service: 'satisfaction',
    permit: gamingReaders,
    summary: 'What was found, the latest first',
    query: gamingSignQuery,
    response: listOf(gamingSignView),
  },
  'GET /api/gaming-signs/:id/tickets': {
    service: 'satisfaction',
    permit: gamingReaders,
    summary: 'The tickets behind it, the newest first',
    query: pageQuery,
    response: listOf(ticketSummary),
  },
  'POST /api/gaming-signs/:id/dismiss': { ...decide, summary: 'There is nothing in it; told again only when it grew' },
  'POST /api/gaming-signs/:id/confirm': { ...decide, summary: 'It is so' },
  'GET /api/gaming-rules': {
    service: 'satisfaction',
    permit: [...new Set([...gamingReaders, ...gamingRuleKeepers])],
    summary: 'What each sign is, and from which numbers on it is told',
    query: pageQuery,
    response: listOf(gamingRuleView),
  },
  'PUT /api/gaming-rules/:name': {
    service: 'satisfaction',
    permit: gamingRuleKeepers,
    summary: 'Change from which numbers on a sign is told; it is looked for anew at once',
    body: gamingRuleInput,
    response: gamingRuleView,
    ifMatch: true,
  },
} as const satisfies Record<RouteKey, RouteRow>;
