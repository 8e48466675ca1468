import { CallRefused, type HotlineClient } from './hotline-client';

const desks = ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor', 'manager', 'admin'] as const;
type Desk = (typeof desks)[number];

/** Everybody who works at the hotline and in its departments, signed in once. */
export interface Staff extends Readonly<Record<Desk, HotlineClient>> {
  /** One handler for each department, by the department's id. */
  readonly handlers: ReadonlyMap<string, HotlineClient>;
}

/** The hotline cannot be played on; one line says why and what to do. */
export class NoEntrance extends Error {}

/** @throws NoEntrance when the hotline cannot be reached or an account cannot sign in. */
export async function signInStaff(guest: HotlineClient, base: string, password: string): Promise<Staff> {
  const signIn = (username: string) =>
    guest.signIn(username, password).catch((error: unknown) => refuse(error, base, username));
  const agent = await signIn('agent');
  const others = desks.filter((desk) => desk !== 'agent');
  const clients = await Promise.all(others.map(signIn));
  const { items: departments } = await agent.call('GET /api/departments');
  const handlers = await Promise.all(
    departments.map(async ({ id, code }) => [id, await signIn(`handler-${code}`)] as const),
  );
  const named = Object.fromEntries(others.map((desk, index) => [desk, clients[index]]));
  return { ...(named as Record<Desk, HotlineClient>), agent, handlers: new Map(handlers) };
}

function refuse(error: unknown, base: string, username: string): never {
  if (error instanceof CallRefused) {
    throw new NoEntrance(
      `Cannot sign in at ${base} as ${username} (${error.problem.detail}): give the demo accounts' password as DEMO_PASSWORD or --password.`,
    );
  }
  const reason = (error as { code?: string }).code ?? (error as Error).message;
  throw new NoEntrance(`Cannot reach ${base} (${reason}): start the hotline there, or name another with --base.`);
}
