import { execFileSync } from 'node:child_process';
import { findProgram } from './find-program';

/** BullMQ recommends Redis 6.2; Valkey counts on from Redis 7. */
const OLDEST = [6, 2] as const;

/** A queue server found on this machine. */
export interface RedisProgram {
  path: string;
  /** For people: `redis-server 7.0.15`. */
  label: string;
}

/** The first redis-server or valkey-server on the PATH that is new enough, undefined when there is none. */
export function findRedisProgram(environment: NodeJS.ProcessEnv): RedisProgram | undefined {
  for (const name of ['redis-server', 'valkey-server']) {
    const path = findProgram([name], environment.PATH);
    const version = path === undefined ? undefined : versionOf(path);
    if (path === undefined || version === undefined) continue;
    if (isNewEnough(version)) return { path, label: `${name} ${version}` };
    console.warn(`${path} is version ${version}, older than ${OLDEST.join('.')}: it is not used.`);
  }
  return undefined;
}

function versionOf(path: string): string | undefined {
  try {
    const text = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\bv=(\d+\.\d+[\d.]*)/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
