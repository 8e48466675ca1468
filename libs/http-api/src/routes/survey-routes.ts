import type { RouteKey, RouteRow } from '../route';
import { fileFormats } from '../file-format';
import { surveyInput, surveyResultsView, surveyView } from '../survey-shapes';

const asked = { service: 'satisfaction', permit: 'anyone', response: surveyView } as const;

/** What citizens are asked, by the link of a message or by a survey company. Whoever opens it changes nothing: programs open links too. */
export const surveyRoutes = {
  'GET /api/public/surveys/:token': { ...asked, summary: 'What a citizen is asked about' },
  'POST /api/public/surveys/:token': {
    ...asked,
    summary: 'The citizen says, once, what came of it',
    status: 201,
    body: surveyInput,
  },
  'POST /api/survey-results': {
    service: 'satisfaction',
    permit: ['supervisor', 'admin'],
    summary: 'What citizens told a survey company, as a file; the same row again adds nothing',
    consumes: [fileFormats.xlsx.type, fileFormats.csv.type],
    response: surveyResultsView,
  },
} as const satisfies Record<RouteKey, RouteRow>;
