import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm';
import { randomBytes } from './random-bytes';

/** What our digests are for: each purpose has a key of its own, which stays as long as the database does. */
export const digestPurposes = [
  'phone-search',
  'citizen-id',
  'history-digest',
  'idempotency',
  'sign-in-transaction',
  'anchor-signing',
  'import-row',
  'survey',
] as const;
export type DigestPurpose = (typeof digestPurposes)[number];

/** The house's keys in the clear, 32 bytes each; house-keys.ts reads them from the database with the master key. */
export interface KeySet {
  readonly digests: Readonly<Record<DigestPurpose, Buffer>>;
  /** Wrap the citizens' data keys, by generation: a rotation adds one, and none ever goes. */
  readonly wraps: ReadonlyMap<number, Buffer>;
  /** The generation under which new data keys are wrapped. */
  readonly generation: number;
}

/** Two bytes that say under which generation a data key is wrapped, before the wrapped key. */
const generationBytes = 2;

/** The keys this process works with. It may learn of further generations while it runs. */
export class KeyRing {
  private secrets: Readonly<Record<DigestPurpose, KeyObject>>;

  constructor(private keys: KeySet) {
    this.secrets = secretsOf(keys);
  }

  learn(keys: KeySet): void {
    this.keys = keys;
    this.secrets = secretsOf(keys);
  }

  get generation(): number {
    return this.keys.generation;
  }

  /** HMAC-SHA-256 under the key of this purpose: 32 bytes that only we can compute. */
  digest(purpose: DigestPurpose, message: string): Buffer {
    return createHmac('sha256', this.secrets[purpose]).update(message).digest();
  }

  /** A fresh data key for what is too large for one sealing, and the same wrapped. */
  dataKey(): { dataKey: Buffer; wrappedKey: Buffer } {
    const dataKey = randomBytes(32);
    return { dataKey, wrappedKey: this.wrap(dataKey) };
  }

  /** Encrypts personal data under a fresh data key, and that key under ours: erasing the wrapped key erases the person. */
  seal(plain: string): { sealed: Buffer; wrappedKey: Buffer } {
    const { dataKey, wrappedKey } = this.dataKey();
    return { sealed: encrypt(dataKey, Buffer.from(plain)), wrappedKey };
  }

  /** @throws Error when a byte was changed, or the generation is none of ours. */
  open(sealed: Buffer, wrappedKey: Buffer): string {
    return decrypt(this.unwrap(wrappedKey), sealed).toString();
  }

  /** The same data key under the present generation; null when it is there already. What it sealed stays as it is. */
  rewrap(wrappedKey: Buffer): Buffer | null {
    return generationOf(wrappedKey) === this.generation ? null : this.wrap(this.unwrap(wrappedKey));
  }

  private wrap(dataKey: Buffer): Buffer {
    const generation = Buffer.alloc(generationBytes);
    generation.writeUInt16BE(this.generation);
    return Buffer.concat([generation, encrypt(this.wrapKey(this.generation), dataKey)]);
  }

  /** @throws Error when the generation is none of ours. */
  unwrap(wrappedKey: Buffer): Buffer {
    return decrypt(this.wrapKey(generationOf(wrappedKey)), wrappedKey.subarray(generationBytes));
  }

  private wrapKey(generation: number): Buffer {
    const key = this.keys.wraps.get(generation);
    if (!key)
      throw new Error(
        `no key of generation ${generation}: this process knows ${[...this.keys.wraps.keys()].join(', ')}`,
      );
    return key;
  }
}

/** As the library takes them: of bytes it makes such an object each time, which takes as long as the digest. */
const secretsOf = ({ digests }: KeySet): Readonly<Record<DigestPurpose, KeyObject>> =>
  Object.fromEntries(digestPurposes.map((purpose) => [purpose, createSecretKey(digests[purpose])])) as Record<
    DigestPurpose,
    KeyObject
  >;

const generationOf = (wrappedKey: Buffer): number => wrappedKey.readUInt16BE();
