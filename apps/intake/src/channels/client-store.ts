import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AdminAction } from '#ticket/admin-event';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import {
  addClient,
  clientSelect,
  editClient,
  replaceClientKey,
  revokeClient,
  type ChannelClientRow,
} from '#store/channel-client-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { isUniqueViolation, NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { digestOfKey } from '#platform/channel-clients';
import { cut, readCursor } from '#platform/cursor';
import { networkIn } from '#platform/networks-contain';
import { conflictAt, Refusal, refusalAt } from '#platform/problems';
import { changeOf, viewOf } from './client-told';

type NewClient = RouteInput<'POST /api/channel-clients'>['body'];
type Edit = RouteInput<'PATCH /api/channel-clients/:id'>['body'];
type View = RouteAnswer<'PATCH /api/channel-clients/:id'>;

/** Writes the clients; a key is told once and kept nowhere. */
@Injectable()
export class ClientStore {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  async list(query: RouteInput<'GET /api/channel-clients'>['query']): Promise<RouteAnswer<'GET /api/channel-clients'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.database.lists.query<ChannelClientRow>(
      `${clientSelect} WHERE ($1::uuid IS NULL OR id < $1) AND ($2::boolean IS NULL OR (revoked_at IS NULL) = $2)
       ORDER BY id DESC LIMIT $3`,
      [before, query.state === undefined ? null : query.state === 'active', query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map(viewOf), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<View> {
    return viewOf(await found(this.database.sql, id));
  }

  /** @throws Refusal */
  async add(given: NewClient, caller: Caller): Promise<{ id: string; key: string }> {
    checkAddresses(given.addresses);
    checkPurpose(given);
    const [id, key] = [uuidV7(this.clock.now()), newKey()];
    const work = async (sql: Sql, madeAt: Date) => {
      await addClient(sql, {
        ...given,
        expiresAt: instantOf(given.expiresAt),
        id,
        madeAt,
        keyDigest: digestOfKey(key),
      });
      return changeOf('create', null, await found(sql, id));
    };
    await this.administration.write(caller, work, id).catch(nameTaken);
    return { id, key };
  }

  async edit(id: string, edit: Edit, caller: Caller): Promise<void> {
    checkAddresses(edit.addresses ?? []);
    await this.change(id, 'edit', caller, async (sql, before) => {
      const { expiresAt } = edit;
      const client = {
        ...before,
        ...edit,
        expiresAt: expiresAt === undefined ? before.expiresAt : instantOf(expiresAt),
      };
      checkPurpose(client);
      await editClient(sql, client);
    }).catch(nameTaken);
  }

  async replaceKey(id: string, caller: Caller): Promise<string> {
    const key = newKey();
    await this.change(id, 'replace-key', caller, (sql) => replaceClientKey(sql, id, digestOfKey(key)));
    return key;
  }

  async revoke(id: string, reason: string, caller: Caller): Promise<void> {
    await this.change(
      id,
      'disable',
      caller,
      (sql, _before, at) => revokeClient(sql, id, at),
      () => ({ reason }),
    );
  }

  /** @throws Refusal for one that was revoked: it stays so, since its history is what it sent */
  async change(
    id: string,
    action: AdminAction,
    caller: Caller,
    work: (sql: Sql, before: ChannelClientRow, at: Date) => Promise<unknown>,
    saidOf: (done: unknown) => object = () => ({}),
  ): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await found(sql, id);
        if (before.revokedAt) throw new Refusal('conflict', '该接入方已停用');
        const done = await work(sql, before, at);
        const change = changeOf(action, before, await found(sql, id));
        return { ...change, after: { ...change.after, ...saidOf(done) } };
      },
      id,
    );
  }
}

const newKey = (): string => `hotline_${randomBytes(32).toString('base64url')}`;

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error, 'channel_client_system')) throw conflictAt('system', '该系统代号已由另一接入方使用');
  if (isUniqueViolation(error)) throw conflictAt('name', '已有同名的接入方');
  throw error;
}

const instantOf = (said: string | null): Date | null => (said === null ? null : new Date(said));

/** A key that opens nothing is nobody's. */
function checkPurpose({ channels, readsReports }: Pick<ChannelClientRow, 'channels' | 'readsReports'>): void {
  if (channels.length === 0 && !readsReports) throw refusalAt('channels', '至少选择一个来源，或允许读取报表');
}

function checkAddresses(addresses: readonly string[]): void {
  const wrong = addresses.find((address) => networkIn(address) === null);
  if (wrong !== undefined) throw refusalAt('addresses', '许可地址须为 IP 地址或网段，如 10.1.0.0/16');
}

async function found(sql: Sql, id: string): Promise<ChannelClientRow> {
  const row = isUuid(id) ? await sql.one<ChannelClientRow>(`${clientSelect} WHERE id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('channel client');
  return row;
}
