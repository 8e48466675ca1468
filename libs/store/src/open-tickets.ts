import { endStates } from '#ticket/state';

/** That a ticket `t` is open, in the words of the indexes which hold open tickets only. */
export const isOpenTicket = `t.state NOT IN (${endStates.map((state) => `'${state}'`).join(', ')})`;
