/**
 * How one attempt to call the citizen back ended (wording.md). `used: true` uses up one of the three attempts; a call
 * that was completed has a rating to record instead.
 */
export const callbackOutcomes = {
  done: { label: '完成', used: false, key: null },
  'no-answer': { label: '无人接听', used: true, key: 'W' },
  busy: { label: '占线关机', used: true, key: 'Z' },
  'wrong-number': { label: '空号错号', used: true, key: 'K' },
  'not-the-person': { label: '非本人', used: true, key: 'F' },
  refused: { label: '拒访', used: true, key: 'J' },
  appointment: { label: '改时再访', used: false, key: 'G' },
} as const;

export type CallbackOutcome = keyof typeof callbackOutcomes;

/** When a citizen who is to be called back may be called, most pressing first: the rank is the row's place. */
export const callbackTurns = {
  appointment: { label: '约定时间已到' },
  now: { label: '现在可拨' },
  later: { label: '本时段已拨过，或约在以后' },
} as const;
export type CallbackTurn = keyof typeof callbackTurns;

/** Attempts in vain, in different bands of a day, before a ticket is closed unrated (domain.md §5). */
export const callbackAttemptsAllowed = 3;

/** An appointment to call again lies no further ahead than this, or the ticket would never end. */
export const appointmentWithinDays = 30;
