import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import type { KeyRing } from './key-ring';

/** One day's anchor: a signed word about how far every chain of the house had come. */
export interface Anchor {
  /** The day in Shanghai, YYYY-MM-DD. */
  readonly day: string;
  /** When it was seen, ISO 8601. */
  readonly at: string;
  /** How many chains there were, and of how many the head had changed since the anchor before. */
  readonly leaves: number;
  readonly changed: number;
  /** Merkle roots in hex: over all heads, and that of the anchor before. */
  readonly root: string;
  readonly previousRoot: string | null;
  /** Ed25519, as DER (SubjectPublicKeyInfo) in base64. */
  readonly publicKey: string;
  /** Over the canonical JSON of everything else, in base64. */
  readonly signature: string;
}

export type Unsigned = Omit<Anchor, 'publicKey' | 'signature'>;

/** Ed25519 private keys begin with these bytes in PKCS #8 (RFC 8410); the 32 bytes of the seed follow. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(keys: KeyRing): KeyObject {
  const seed = keys.digest('anchor-signing', 'ed25519');
  return createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key with which this house's anchors are checked. */
export const anchorPublicKey = (keys: KeyRing): string =>
  createPublicKey(signingKey(keys)).export({ format: 'der', type: 'spki' }).toString('base64');

const signedText = (said: Omit<Anchor, 'signature'>): Buffer => Buffer.from(canonicalJson(said));

export function signAnchor(keys: KeyRing, unsigned: Unsigned): Anchor {
  const said = { ...unsigned, publicKey: anchorPublicKey(keys) };
  return { ...said, signature: sign(null, signedText(said), signingKey(keys)).toString('base64') };
}

/** Whether an anchor says what whoever has its key signed. Whose key that is, is another question. */
export function isSigned({ signature, ...said }: Anchor): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(said.publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signedText(said), key, Buffer.from(signature, 'base64'));
  } catch {
    // Not a key at all.
    return false;
  }
}
