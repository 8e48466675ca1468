import { hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm';

/** Where this process finds the master key, asked again whenever it is needed: a file may have been replaced. 32 bytes. */
export type MasterKeySource = () => Promise<Buffer>;

/** What whoever starts a system with the wrong master key is told. */
export class WrongMasterKey extends Error {
  constructor() {
    super(
      'The master key is not the one this database was written with, so no personal data in it could be read: ' +
        'set MASTER_KEY to that key, or put master.key back into the data directory, from your backup.',
    );
    this.name = 'WrongMasterKey';
  }
}

/** The one key outside the database: it wraps the house's keys and is used for nothing else. */
export class MasterKey {
  /** Tells master keys apart without telling anything of them: 16 bytes. */
  readonly id: Buffer;
  private readonly wrapping: Buffer;

  /** @throws Error when it is not 32 bytes. */
  constructor(private readonly bytes: Buffer) {
    if (bytes.length !== 32) throw new Error(`the master key must be 32 bytes, not ${bytes.length}`);
    this.id = this.derive('master-key-id', 16);
    this.wrapping = this.derive('house-key-wrap', 32);
  }

  /** `about` names the key, so that none can be put in the place of another. */
  wrap(key: Buffer, about: string): Buffer {
    return encrypt(this.wrapping, key, about);
  }

  unwrap(wrapped: Buffer, about: string): Buffer {
    return decrypt(this.wrapping, wrapped, about);
  }

  /** HKDF-SHA-256. */
  derive(purpose: string, bytes = 32): Buffer {
    return Buffer.from(hkdfSync('sha256', this.bytes, 'hotline-12345', purpose, bytes));
  }
}
