import type { RouteKey, RouteRow } from '../route';
import {
  trackedCompletionInput,
  trackedNudgeInput,
  trackedSupplementInput,
  trackedView,
  trackedWithdrawalInput,
  trackingPair,
} from '../tracking-shapes';

const tracked = { service: 'intake', permit: 'tracking-pair', response: trackedView } as const;

/** What citizens see and do with the number and the code of their ticket. Both stand in the body, never in an address. */
export const trackingRoutes = {
  'POST /api/public/track': {
    ...tracked,
    summary: 'How a ticket stands, as its citizen is told it',
    anewEachTime: true,
    body: trackingPair,
  },
  'POST /api/public/track/complete': {
    ...tracked,
    summary: 'The citizen says what was missing',
    body: trackedCompletionInput,
  },
  'POST /api/public/track/supplement': { ...tracked, summary: 'The citizen adds facts', body: trackedSupplementInput },
  'POST /api/public/track/pictures': {
    ...tracked,
    summary: 'The citizen adds a picture; number and code stand before the file',
    status: 201,
    upload: trackingPair,
  },
  'POST /api/public/track/nudge': { ...tracked, summary: 'The citizen asks again', body: trackedNudgeInput },
  'POST /api/public/track/withdraw': { ...tracked, summary: 'The citizen withdraws', body: trackedWithdrawalInput },
} as const satisfies Record<RouteKey, RouteRow>;
