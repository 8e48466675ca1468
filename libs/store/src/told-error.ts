import { isSqlState } from './outage';

/** What may be told of a failure outside the process: in logs, in the queue, in dead letters. */
export interface ToldError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  /** Where it happened, without the message that a stack begins with. */
  readonly stack?: string;
}

/**
 * States of PostgreSQL whose message names tables and columns only: connection, constraints, conflicts, resources, what
 * is missing or not permitted. Others quote what somebody wrote: `invalid input syntax for type date: "…"`. The rows
 * that an error is about stand in its `detail`, which is never told.
 */
const speaksOfTables = /^(08|23|40|53|55|57|42P01|42703|42883|42501)/;

/** Name, code, message and place of a failure, and nothing else that it carries: rows, statements and their values. */
export function toldError(failure: unknown): ToldError {
  const error = failure instanceof Error ? failure : new Error(typeof failure);
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: messageOf(error),
    ...(error.stack && { stack: placesOf(error.stack, error.message) }),
  };
}

/** A failure in words that carry nobody's data. */
export function messageOf(failure: unknown): string {
  if (!(failure instanceof Error)) return typeof failure;
  const { code } = failure as { code?: unknown };
  if (typeof code === 'string' && isSqlState(code))
    return speaksOfTables.test(code) ? failure.message : `PostgreSQL ${code}`;
  // JSON that cannot be read is quoted by who reads it.
  return failure instanceof SyntaxError ? 'a text that cannot be read' : failure.message;
}

/** The lines of a stack that name places. */
export function placesOf(stack: string, message = ''): string {
  const after = stack.indexOf(message) + message.length;
  const lines = stack.slice(after).split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}

/** The same failure for whoever keeps errors whole, as the queue does. */
export function withoutData(failure: unknown): Error {
  const { type, message, stack } = toldError(failure);
  const error = new Error(message);
  error.name = type;
  error.stack = `${type}: ${message}\n${stack ?? ''}`;
  return error;
}
