import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { freePort } from './free-port';
import { writeSecret } from './write-secret';

/** How a server of ours is reached: kept from start to start in a file only the owner reads. */
export interface ServerAccess {
  port: number;
  password: string;
}

/** The access of the last start, undefined at the first. */
export async function readAccess(file: string): Promise<ServerAccess | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as ServerAccess);
}

/** The password of the last start (a random one at the first) with a port that is free now, remembered in `file`. */
export async function renewAccess(file: string): Promise<ServerAccess> {
  const known = await readAccess(file);
  const port = await freePort(known?.port);
  const access = { port, password: known?.password ?? randomBytes(24).toString('hex') };
  if (port !== known?.port) await writeSecret(file, `${JSON.stringify(access)}\n`);
  return access;
}
