import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomBytes } from './random-bytes';

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: 12 bytes of nonce, the text, 16 bytes of tag. `about` is not encrypted, but must be the same to decrypt. */
export function encrypt(key: Buffer, plain: Buffer, about = ''): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  if (about) cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key is another one or a byte was changed. */
export function decrypt(key: Buffer, sealed: Buffer, about = ''): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  if (about) decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
