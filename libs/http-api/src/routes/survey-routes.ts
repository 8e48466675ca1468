import type { RouteKey, RouteRow } from '../route';
import { surveyInput, surveyView } from '../survey-shapes';

const asked = { service: 'satisfaction', permit: 'anyone', response: surveyView } as const;

/** What citizens are asked by the link of a message. Whoever opens it changes nothing: programs open links too. */
export const surveyRoutes = {
  'GET /api/public/surveys/:token': { ...asked, summary: 'What a citizen is asked about' },
  'POST /api/public/surveys/:token': {
    ...asked,
    summary: 'The citizen says, once, what came of it',
    status: 201,
    body: surveyInput,
  },
} as const satisfies Record<RouteKey, RouteRow>;
