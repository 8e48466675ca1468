import type { Journey } from '../journey';
import { callbackSteps } from './callback-steps';
import { deskSteps } from './desk-steps';
import { dispatchSteps } from './dispatch-steps';
import { intakeSteps } from './intake-steps';
import { mergeSteps } from './merge-steps';
import { reviewSteps } from './review-steps';
import { upstreamSteps } from './upstream-steps';

export type Step = (journey: Journey) => Promise<void>;

/** Everything people do in the plots, by its name there. */
export const steps = {
  ...intakeSteps,
  ...dispatchSteps,
  ...deskSteps,
  ...reviewSteps,
  ...callbackSteps,
  ...mergeSteps,
  ...upstreamSteps,
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof steps;
