import type { Listener, PostFault } from '#platform/posting/signed-post';

/** A message as it leaves the house. */
export interface OutgoingMessage {
  /** By it a provider drops what it has had. */
  readonly delivery: string;
  readonly kind: string;
  readonly to: string;
  readonly text: string;
}

/** Takes a message, and answers what went wrong, or null. `listener` says where to, for those that send it anywhere. */
export type Provider = (message: OutgoingMessage, listener: Listener | null, at: Date) => Promise<PostFault | null>;
