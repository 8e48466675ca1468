import type { Role } from './role';
import type { State } from './state';
import { transitionNames, transitionRow, type TransitionName } from './transition';

/** What somebody with these roles may try on a ticket in this state: the buttons a screen shows. Guards still decide. */
export const allowedMoves = (state: State, roles: readonly Role[]): TransitionName[] =>
  transitionNames.filter((name) => {
    const row = transitionRow(name);
    return row.from.includes(state) && row.by.some((role) => (roles as readonly string[]).includes(role));
  });
