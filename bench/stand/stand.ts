import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { urlOf } from '#hotline/backend/embedded-postgres';
import { freePort } from '#hotline/backend/free-port';
import { readAccess } from '#hotline/backend/server-access';
import { HotlineClient } from '../../scripts/replay/hotline-client';
import { readPlaces, type Places } from '../../scripts/replay/places';
import { signInStaff, type Staff } from '../../scripts/replay/staff';
import { RawProbe } from '../raw-probe/raw-probe';
import { startHotlineProcess } from './hotline-process';
import { stopChild } from './stop-child';
import { removeDirectory, temporaryDirectory } from './temporary-directory';

/** A hotline of its own under test, with everybody signed in, and the raw probe on the same PostgreSQL beside it. */
export interface Stand {
  readonly staff: Staff;
  readonly places: Places;
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  /** Of every account. */
  readonly password: string;
  /** The one process. */
  readonly pid: number;
  readonly probe: RawProbe;
  close(): Promise<void>;
}

const password = 'bench-only-password';
/** More than the widest bench uses at once. */
const connections = 64;

/**
 * @param profile a directory for the process's CPU profile, or nothing.
 * @param preload a module that the process loads before anything else, or nothing.
 * @param kept a data directory to run on and to keep, or nothing for one that goes with the stand.
 */
export async function openStand(profile: string | undefined, preload?: string, kept?: string): Promise<Stand> {
  const directory = await temporaryDirectory();
  const dataDirectory = kept ?? join(directory, 'data');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const guest = HotlineClient.to(base, connections);
  const closing: (() => Promise<void>)[] = [() => removeDirectory(directory), () => guest.close()];
  const close = async () => {
    for (let next = closing.pop(); next; next = closing.pop()) await next();
  };
  try {
    const child = await startHotlineProcess({ guest, dataDirectory, port, password, profile, preload });
    closing.push(() => stopChild(child));
    const databaseUrl = await addressOf(dataDirectory);
    const probe = await RawProbe.start(databaseUrl);
    closing.push(() => probe.close());
    const staff = await signInStaff(guest, base, password);
    return {
      staff,
      places: await readPlaces(staff.agent),
      databaseUrl,
      dataDirectory,
      password,
      pid: pidOf(child),
      probe,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addressOf(dataDirectory: string): Promise<string> {
  const access = await readAccess(join(dataDirectory, 'postgres.json'));
  if (!access) throw new Error('the hotline keeps no embedded database: a bench needs its own');
  return urlOf(access);
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the hotline has no process number');
  return pid;
}
