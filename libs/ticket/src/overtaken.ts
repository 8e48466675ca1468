/**
 * Why something may not happen that might have a moment ago: somebody was quicker. What they did is the last step of this
 * part, or of the ticket where none is named.
 */
export class Overtaken {
  constructor(
    readonly words: string,
    readonly partId: string | null = null,
  ) {}
}

/** Why something may not happen, in a clerk's words; null when it may. */
export type Refused = string | Overtaken | null;

export const refusedWords = (refused: string | Overtaken): string =>
  typeof refused === 'string' ? refused : refused.words;
