import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { randomBytes } from './random-bytes';

type Purpose = 'phone-search' | 'citizen-id' | 'history-digest' | 'citizen-wrap' | 'idempotency' | 'key-check';

/** Keys for separate purposes, all derived from the one master key (32 bytes), which is kept outside the database. */
export class KeyRing {
  private readonly keys = new Map<Purpose, Buffer>();

  /** @throws Error when the master key is not 32 bytes. */
  constructor(private readonly masterKey: Buffer) {
    if (masterKey.length !== 32) throw new Error(`the master key must be 32 bytes, not ${masterKey.length}`);
  }

  /** HMAC-SHA-256 under the key of this purpose: 32 bytes that only we can compute. */
  digest(purpose: Purpose, message: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(message).digest();
  }

  /** Encrypts personal data under a fresh data key, and that key under ours: erasing the wrapped key erases the person. */
  seal(plain: string): { sealed: Buffer; wrappedKey: Buffer } {
    const dataKey = randomBytes(32);
    return { sealed: encrypt(dataKey, Buffer.from(plain)), wrappedKey: encrypt(this.key('citizen-wrap'), dataKey) };
  }

  open(sealed: Buffer, wrappedKey: Buffer): string {
    return decrypt(decrypt(this.key('citizen-wrap'), wrappedKey), sealed).toString();
  }

  private key(purpose: Purpose): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const derived = Buffer.from(hkdfSync('sha256', this.masterKey, 'hotline-12345', purpose, 32));
    this.keys.set(purpose, derived);
    return derived;
  }
}

/** AES-256-GCM: 12 bytes of nonce, the text, 16 bytes of tag. */
function encrypt(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
