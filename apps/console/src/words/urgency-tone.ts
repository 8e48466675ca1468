import type { Urgency } from '#ticket/urgency';

export const urgencyTones: Record<Urgency, string | undefined> = {
  normal: undefined,
  urgent: 'volcano',
  critical: 'red',
};
