import { setImmediate as turn } from 'node:timers/promises';
import { openGuardedDoor, type GuardedDoor } from '../stand/guarded-door';
import type { Stand } from '../stand/stand';
import { percentile } from '../statistics';
import type { Bench } from './bench';

const [checks, warming] = [200_000, 20_000];
/** Requests that come in between two turns of the event loop, as they do from many connections. */
const together = 8;
const desks = ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor', 'manager', 'admin'];

/** What is decided before a request is heard: whose session it is, whether the row permits it, and whether it is one too many. */
export const permission: Bench = async ({ stand }) => {
  const door = await openGuardedDoor(stand, 'GET /api/tickets/:id');
  try {
    const tokens = await Promise.all(desks.map((username) => tokenOf(stand, username)));
    await timesOf(door, tokens, warming);
    const before = process.cpuUsage();
    const times = await timesOf(door, tokens, checks);
    // With what is done between the requests: Redis's answers, sessions that are read again, the garbage collector.
    const { user, system } = process.cpuUsage(before);
    return { permissionCpu: (user + system) / checks, permissionP99: percentile(times, 0.99) };
  } finally {
    await door.close();
  }
};

async function tokenOf({ staff, password }: Stand, username: string): Promise<string> {
  return (await staff.agent.call('POST /api/session', { body: { username, password } })).token;
}

/** In microseconds. */
async function timesOf(door: GuardedDoor, tokens: readonly string[], count: number): Promise<number[]> {
  const times: number[] = [];
  for (let check = 0; check < count; check += 1) {
    if (check % together === 0) await turn();
    const token = tokens[check % tokens.length] ?? '';
    const began = performance.now();
    await door.admit(token);
    times.push((performance.now() - began) * 1_000);
  }
  return times;
}
