import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '#hotline/backend/start-refused';
import { writeSecret } from '#hotline/backend/write-secret';

/** The key that is to be the master key, and how it takes the place of the present one; null leaves that to whoever set it. */
export interface NewMasterKey {
  readonly key: Buffer;
  readonly install: (() => Promise<void>) | null;
}

/**
 * `NEW_MASTER_KEY` where the present one came as `MASTER_KEY`; otherwise one that is drawn, and kept beside the file
 * before anything is wrapped with it, so that a rotation that broke off is taken up with the same key.
 * @throws StartRefused
 */
export async function newMasterKey(environment: NodeJS.ProcessEnv, dataDirectory: string): Promise<NewMasterKey> {
  if (environment.MASTER_KEY) return { key: given(environment.NEW_MASTER_KEY), install: null };
  const beside = join(dataDirectory, 'master.key.next');
  const key = (await readFile(beside).catch(() => undefined)) ?? randomBytes(32);
  await writeSecret(beside, key);
  return { key, install: () => install(dataDirectory, key, beside) };
}

async function install(dataDirectory: string, key: Buffer, beside: string): Promise<void> {
  await writeSecret(join(dataDirectory, 'master.key'), key);
  await rm(beside);
}

function given(text: string | undefined): Buffer {
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length === 32) return key;
  throw new StartRefused(
    'MASTER_KEY came from the environment, so the new one must too: set NEW_MASTER_KEY to 32 bytes in base64, made with "openssl rand -base64 32".',
  );
}
