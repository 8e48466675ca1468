import { types } from 'pg';

const ofAnyZone = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as (text: string) => Date;

/**
 * PostgreSQL's text of an instant. Our connections speak UTC, so that it nearly is what JavaScript reads at once:
 * `2026-11-25 19:02:24.123+00`. A page of a list holds hundreds of them.
 */
export const parseInstant = (text: string): Date =>
  text[10] === ' ' && text[4] === '-' && text.endsWith('+00')
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : ofAnyZone(text);

/** For every connection of this process. */
export const parseInstantsFast = (): void => types.setTypeParser(types.builtins.TIMESTAMPTZ, parseInstant);
