import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasHouseKeys } from './has-house-keys';
import { StartRefused } from './start-refused';
import { writeSecret } from './write-secret';

const BYTES = 32;

/** 32 bytes in base64, as "openssl rand -base64 32" writes them. */
const base64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The key that wraps the keys of the house: `MASTER_KEY` (base64 of 32 bytes), or `master.key` in the data directory,
 * which holds the bytes or their base64. Null when there is neither.
 * @throws StartRefused when the key is not 32 bytes.
 */
export async function knownMasterKey(environment: NodeJS.ProcessEnv, dataDirectory: string): Promise<Buffer | null> {
  if (environment.MASTER_KEY) return checked(Buffer.from(environment.MASTER_KEY, 'base64'), 'MASTER_KEY');
  return masterKeyIn(fileIn(dataDirectory));
}

/** The key that a file holds; null when there is no such file. @throws StartRefused when it is not 32 bytes */
export async function masterKeyIn(file: string): Promise<Buffer | null> {
  const read = await readFile(file).catch(() => undefined);
  return read ? checked(bytesOf(read), file) : null;
}

/** The same for whoever asks once the system runs. @throws StartRefused when it is gone */
export async function masterKey(environment: NodeJS.ProcessEnv, dataDirectory: string): Promise<Buffer> {
  const known = await knownMasterKey(environment, dataDirectory);
  if (known) return known;
  throw missing(dataDirectory);
}

/**
 * The same, made for a database that nothing was sealed in yet. Whoever loses it loses the personal data, so it belongs
 * in the backup.
 * @throws StartRefused, with nothing written, when the database was written with a key that is not here.
 */
export async function masterKeyFor(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv,
  dataDirectory: string,
): Promise<Buffer> {
  const known = await knownMasterKey(environment, dataDirectory);
  if (known) return known;
  if (await hasHouseKeys(databaseUrl)) throw missing(dataDirectory);
  const made = randomBytes(BYTES);
  const file = fileIn(dataDirectory);
  await writeSecret(file, made);
  process.stdout.write(
    `WARNING: made a master key in ${file}. Back it up apart from the database: without it nobody can read the citizens' personal data.\n`,
  );
  return made;
}

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'master.key');

function bytesOf(content: Buffer): Buffer {
  const text = content.toString('latin1').trim();
  return content.length !== BYTES && base64.test(text) ? Buffer.from(text, 'base64') : content;
}

const missing = (dataDirectory: string): StartRefused =>
  new StartRefused(
    `${fileIn(dataDirectory)} is missing, and no other key opens the personal data in this database: put the file back from your backup, or set MASTER_KEY to the key in base64. Nothing was written.`,
  );

function checked(key: Buffer, source: string): Buffer {
  if (key.length === BYTES) return key;
  throw new StartRefused(
    `${source} holds ${key.length} bytes, not the ${BYTES} of a key or the 44 characters of its base64: put back the key this database was written with, from your backup. Only a database that is still empty may have a new one.`,
  );
}
