import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { after, cutPage, orderBy, type Order } from '#platform/list-order';
import { Directory } from '#platform/directory';
import { SignInGate } from '#platform/sign-in-gate';
import { userById, userSelect, type UserRow } from './user-rows';

type UserView = RouteAnswer<'GET /api/users/:id'>;
type UserList = RouteAnswer<'GET /api/users'>;
type Query = RouteInput<'GET /api/users'>['query'];
type Colleagues = RouteAnswer<'GET /api/colleagues'>;

const order: Order<UserRow> = {
  keys: [{ sql: 'a.id', of: ({ id }) => id, cast: 'uuid', part: 'id' }],
  descending: false,
};

/** Accounts as their administrator, and as colleagues, see them. */
@Injectable()
export class UserReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly gate: SignInGate,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async one(id: string): Promise<UserView> {
    const row = await userById(this.database.sql, id, this.clock.now());
    if (!row) throw new NotFound('user');
    const [view] = await this.views([row]);
    return view as UserView;
  }

  async list(query: Query): Promise<UserList> {
    const { rows, nextCursor } = await this.page(query);
    return { items: await this.views(rows), nextCursor };
  }

  /** Who may stand in for the caller. */
  async colleagues(query: RouteInput<'GET /api/colleagues'>['query'], caller: Caller): Promise<Colleagues> {
    const { rows, nextCursor } = await this.page({ ...query, state: 'active' }, caller);
    return { items: rows.map(({ id, name, roles }) => ({ id, name, roles })), nextCursor };
  }

  /** Accounts, or those of them who are of the same place as somebody. */
  private async page(query: Query, colleague?: Caller): Promise<{ rows: UserRow[]; nextCursor: string | null }> {
    const values: unknown[] = [this.clock.now()];
    const conditions = conditionsOf(query, values);
    if (colleague) conditions.push(...besides(colleague, values));
    if (query.cursor) conditions.push(after(order, query.cursor, values));
    const rows = await this.database.lists.query<UserRow>(
      `${userSelect} WHERE ${['true', ...conditions].join(' AND ')} ${orderBy(order)} LIMIT ${query.limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cutPage(rows, query.limit, order);
    return { rows: shown, nextCursor };
  }

  private async views(rows: readonly UserRow[]): Promise<UserView[]> {
    const blocked = await this.gate.waits(rows);
    return rows.map((row) => this.view(row, blocked.get(row.id)));
  }

  private view(row: UserRow, blockedUntil: Date | undefined): UserView {
    const { id, username, name, roles, departmentId, disabledAt, demo, mustChangePassword, createdAt, absence } = row;
    return {
      id,
      username,
      name,
      roles,
      department: departmentId && { id: departmentId, name: this.directory.departmentName(departmentId) },
      state: disabledAt ? 'disabled' : 'active',
      demo,
      mustChangePassword,
      createdAt: createdAt.toISOString(),
      blockedUntil: blockedUntil?.toISOString() ?? null,
      absence: absence && { ...absence, from: instant(absence.from), until: instant(absence.until) },
      externalSubject: row.externalSubject,
    } as UserView;
  }
}

const instant = (text: string): string => new Date(text).toISOString();

function conditionsOf(query: Query, values: unknown[]): string[] {
  const place = (value: unknown): string => `$${values.push(value)}`;
  return [
    ...(query.q ? [`position(lower(${place(query.q)}) in lower(a.username || ' ' || a.name)) > 0`] : []),
    ...(query.role ? [`${place(query.role)} = ANY(a.roles)`] : []),
    ...(query.departmentId
      ? [`a.department_id = ${place(isUuid(query.departmentId) ? query.departmentId : null)}::uuid`]
      : []),
    ...(query.state ? [`a.disabled_at IS ${query.state === 'active' ? '' : 'NOT '}NULL`] : []),
  ];
}

const besides = ({ id, departmentId }: Caller, values: unknown[]): string[] => [
  `a.department_id IS NOT DISTINCT FROM $${values.push(departmentId)}::uuid`,
  `a.id <> $${values.push(id)}`,
];
