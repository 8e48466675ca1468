/**
 * The system cannot start, and a person can put it right. The message is one line: what is wrong and what to do.
 * Whoever starts the system prints the message alone; a stack trace would only bury it.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
