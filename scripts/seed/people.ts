import type { Actor } from '#ticket/actor';
import { service } from '#ticket/actor';
import type { Role } from '#ticket/role';
import type { Sql } from '#store/sql';

const desks = ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor'] as const;
type Desk = (typeof desks)[number];

/** Who did what in the invented past: the demo accounts where they exist. */
export interface People extends Readonly<Record<Desk, Actor>> {
  readonly routing: Actor;
  readonly satisfaction: Actor;
  readonly citizen: Actor;
  /** A handler of this department. */
  handlerOf(departmentId: string): Actor;
}

/** `departments` by id, with their codes. */
export async function readPeople(sql: Sql, departments: ReadonlyMap<string, { code: string }>): Promise<People> {
  const rows = await sql.query<{ id: string; username: string }>(`SELECT id, username FROM ticket.account`);
  const ids = new Map(rows.map(({ id, username }) => [username, id]));
  const person = (username: string, role: Role, departmentIds: readonly string[] = []): Actor => ({
    id: ids.get(username) ?? username,
    name: username,
    roles: [role],
    departmentIds,
  });
  const handlers = new Map([...departments].map(([id, { code }]) => [id, person(`handler-${code}`, 'handler', [id])]));
  const named = Object.fromEntries(desks.map((desk) => [desk, person(desk, desk)])) as Record<Desk, Actor>;
  const handlerOf = (id: string): Actor => handlers.get(id) ?? person('handler', 'handler', [id]);
  const citizen: Actor = { id: 'citizen', name: 'citizen', roles: ['citizen'], departmentIds: [] };
  return { ...named, routing: service('routing'), satisfaction: service('satisfaction'), citizen, handlerOf };
}
