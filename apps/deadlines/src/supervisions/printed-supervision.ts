import type { LeaderInstruction, SupervisionCause, SupervisionLevel } from '#ticket/supervision';

/** What was signed, as it is kept: its digest stands in the history. Dates are days in Shanghai, `answerBy` an instant. */
export interface PrintedSupervision {
  readonly number: string;
  readonly level: SupervisionLevel;
  readonly cause: SupervisionCause;
  readonly requirement: string;
  readonly instruction: LeaderInstruction | null;
  readonly mainTo: string;
  readonly copyTo: readonly string[];
  readonly ticket: { readonly number: string; readonly title: string; readonly registeredOn: string };
  readonly answerBy: string | null;
  readonly office: string;
  readonly signedBy: { readonly id: string; readonly name: string };
  readonly date: string;
}
