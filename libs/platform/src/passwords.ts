import { hash, verify } from '@node-rs/argon2';
import { readableCode } from '#store/tracking-code';

/** argon2id with the library's own cost. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Whether this is the password behind the hash; without one it takes as long, and is not. */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? nobodysHash, password).catch(() => false);
  return right && Boolean(passwordHash);
}

/** A first password: 80 random bits, in groups that are easily read out and typed. */
export const firstPassword = (): string => readableCode(16).replace(/(.{4})(?=.)/g, '$1-');

/** It cannot be guessed, so hashing it need not be slow: a spreadsheet brings hundreds. */
export const hashFirstPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 1_024, timeCost: 1 });

/** The argon2id hash of a password nobody has. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$GDqrO3CEVtNzq2Iftfur9w$Y5tYDpyPLUGtZzKv70W50m4qicnKiq99mODmsz5CtjQ';
