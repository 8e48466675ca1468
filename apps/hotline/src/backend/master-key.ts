import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from './start-refused';
import { writeSecret } from './write-secret';

const BYTES = 32;

/**
 * The key that wraps the keys of the house: `MASTER_KEY` (base64 of 32 bytes), or `master.key` in the data
 * directory, made at the first start. Whoever loses it loses the personal data, so it belongs in the backup.
 * @throws StartRefused when the key is not 32 bytes.
 */
export async function masterKey(environment: NodeJS.ProcessEnv, dataDirectory: string): Promise<Buffer> {
  if (environment.MASTER_KEY) return checked(Buffer.from(environment.MASTER_KEY, 'base64'), 'MASTER_KEY');
  const file = join(dataDirectory, 'master.key');
  const known = await readFile(file).catch(() => undefined);
  if (known) return checked(known, file);
  const made = randomBytes(BYTES);
  await writeSecret(file, made);
  process.stdout.write(
    `WARNING: made a master key in ${file}. Back it up apart from the database: without it nobody can read the citizens' personal data.\n`,
  );
  return made;
}

function checked(key: Buffer, source: string): Buffer {
  if (key.length === BYTES) return key;
  throw new StartRefused(`${source} holds ${key.length} bytes, not ${BYTES}: make one with "openssl rand -base64 32".`);
}
