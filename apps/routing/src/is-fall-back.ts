import type { Candidate } from './dispatch-rules';

/** Whether it is the fall-back owner, who has what no rule is for, and not somebody that a rule names for this very matter. */
export const isFallBack = ({ weight }: Candidate): boolean => weight === 0;
