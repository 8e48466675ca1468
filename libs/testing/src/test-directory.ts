import { realpathSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty directory of one test. */
export interface TestDirectory {
  path: string;
  remove(): Promise<void>;
}

/** Other users may pass through it, for root's database runs as another user. */
export async function testDirectory(): Promise<TestDirectory> {
  const path = await mkdtemp(join(realpathSync(tmpdir()), 'hotline-12345-spec-'));
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
