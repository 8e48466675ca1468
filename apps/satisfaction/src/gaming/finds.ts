import type { GamingSign } from '#ticket/gaming-sign';
import { copiedReplies } from './copied-replies';
import { exclusion } from './exclusion';
import type { Find } from './found-sign';
import { noContact } from './no-contact';
import { numberChanged } from './number-changed';
import { quickRating } from './quick-rating';
import { sameNumber } from './same-number';
import { callerRuns, satisfiedRuns } from './satisfied-runs';

/** How each sign is found. */
export const finds: Readonly<Record<GamingSign, Find>> = {
  'same-number': sameNumber,
  'number-changed': numberChanged,
  'quick-rating': quickRating,
  'copied-reply': copiedReplies,
  'no-contact': noContact,
  exclusion,
  'satisfied-run': satisfiedRuns,
  'caller-run': callerRuns,
};
