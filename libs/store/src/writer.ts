import type { Actor } from '#ticket/actor';

/** The caller's Idempotency-Key, digested with its scope (user and route), and a digest of the body it came with. */
export interface IdempotencyKey {
  readonly value: string;
  readonly digest: Buffer;
}

/** Who writes. Their key, if they sent one, is committed with the write. */
export interface Writer extends Actor {
  readonly key?: IdempotencyKey;
}
