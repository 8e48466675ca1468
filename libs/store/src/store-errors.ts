/** No ticket has this id, or it is outside the caller's scope: the two are not told apart. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
    this.name = 'NotFound';
  }
}

/** Somebody edited the ticket meanwhile. `differs` holds what the fields the caller wanted to change hold now. */
export class VersionConflict extends Error {
  constructor(
    readonly version: number,
    readonly differs: Record<string, unknown>,
  ) {
    super(`the ticket is at version ${version}`);
    this.name = 'VersionConflict';
  }
}

/** Something that must be unique is taken: `kind` is `idempotency`, `upstream`, `message` or `number`. */
export class KeyTaken extends Error {
  constructor(readonly kind: string) {
    super(`this ${kind} key is taken`);
    this.name = 'KeyTaken';
  }
}

interface PostgresError {
  code?: string;
  table?: string;
  detail?: string;
  constraint?: string;
}

/** Whether a row was there already; of this index, where one is named. */
export const isUniqueViolation = (error: unknown, index?: string): boolean => {
  const { code, constraint } = error as PostgresError;
  return code === '23505' && (index === undefined || constraint === index);
};

/** The kind of the ticket key that a write collided with, if that is what happened. */
export function keyTaken(error: unknown): KeyTaken | null {
  const { table, detail } = error as PostgresError;
  if (!isUniqueViolation(error) || table !== 'ticket_key') return null;
  return new KeyTaken(/\(kind, value\)=\((\w+),/.exec(detail ?? '')?.[1] ?? 'unknown');
}
