import { endStates } from '#ticket/state';

const ended = `(${endStates.map((state) => `'${state}'`).join(', ')})`;

/** That a ticket `t` is open, in the words of the indexes which hold open tickets only. */
export const isOpenTicket = `t.state NOT IN ${ended}`;

/** That it has ended, in the words of the index which holds what is not archived yet. */
export const isEndedTicket = `t.state IN ${ended}`;
