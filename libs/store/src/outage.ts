/** PostgreSQL classes of trouble that say nothing about the work: connection, shutdown, resources, conflicts of transactions. */
const passing = /^(08|40|53|55|57)/;
/** Of these, the ones after which nobody knows whether a commit has happened. */
const unanswered = /^(08|57)/;

interface Failure {
  code?: string;
  message?: string;
}

/** Five digits and letters, by which PostgreSQL says what kind of trouble it is. */
export const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);

/** A server was away: the same work may well succeed later. PostgreSQL says so by its class, sockets and pools in words. */
export function isOutage(error: unknown): boolean {
  const { code = '', message = '' } = error as Failure;
  if (isSqlState(code)) return passing.test(code);
  return /^E[A-Z]+$/.test(code) || /connection|timeout|terminated/i.test(message);
}

/** The answer was lost, not the work: it may have been committed. */
export function isUnanswered(error: unknown): boolean {
  const { code = '' } = error as Failure;
  return isOutage(error) && (!isSqlState(code) || unanswered.test(code));
}
