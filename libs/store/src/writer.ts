import type { Actor } from '#ticket/actor';

/** The caller's Idempotency-Key, digested with its scope (user and route), and a digest of the body it came with. */
export interface IdempotencyKey {
  readonly value: string;
  readonly digest: Buffer;
}

/**
 * What becomes one ticket and never a second one: another system's `message`, known for good, or something that is
 * gone before its `idempotency` key is.
 */
export interface Origin {
  readonly kind: 'message' | 'idempotency';
  readonly value: string;
}

/** Who writes. Their key, if they sent one, is committed with the write, and so is what a ticket is made from. */
export interface Writer extends Actor {
  readonly key?: IdempotencyKey;
  readonly origin?: Origin;
}
