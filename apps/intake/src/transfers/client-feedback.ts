import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { replaceClientSecret } from '#store/channel-client-rows';
import { Database } from '#store/database';
import { owedFeedback, replayFeedback } from '#store/feedback-rows';
import { KeyRing } from '#store/key-ring';
import { firstIdAt } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Refusal } from '#platform/problems';
import { ClientStore } from '../channels/client-store';

type List = 'GET /api/channel-clients/:id/feedback';

/** How another system is told of its tickets: by which secret, what it is owed, and everything once more. */
@Injectable()
export class ClientFeedback {
  constructor(
    private readonly database: Database,
    private readonly clients: ClientStore,
    private readonly keys: KeyRing,
  ) {}

  /** It is told once; we keep it sealed, since every message is signed by it. */
  async replaceSecret(id: string, caller: Caller): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.clients.change(id, 'replace-secret', caller, (sql) =>
      replaceClientSecret(sql, id, this.keys.seal(secret)),
    );
    return secret;
  }

  /** @throws NotFound */
  async owed(id: string, { limit, cursor }: RouteInput<List>['query']): Promise<RouteAnswer<List>> {
    const { system } = await this.clients.one(id);
    const [after = null] = readCursor(cursor, 'id') ?? [];
    const rows = await owedFeedback(this.database.lists, { system, after, limit: limit + 1 });
    const { shown, nextCursor } = cut(rows, limit, ({ ticketId }) => [ticketId]);
    return {
      items: shown.map((row) => ({
        ...row,
        toldAt: row.toldAt?.toISOString() ?? null,
        nextTryAt: row.nextTryAt.toISOString(),
      })),
      nextCursor,
    };
  }

  /** @throws Refusal for a system that has no name by which its tickets would be known */
  async replay(id: string, since: string, caller: Caller): Promise<void> {
    const fromId = firstIdAt(new Date(since));
    await this.clients.change(
      id,
      'replay',
      caller,
      async (sql, { system }, at) => {
        if (system === null) throw new Refusal('conflict', '该接入方未设系统代号，没有可回传的工单');
        return replayFeedback(sql, { system, fromId, at });
      },
      (tickets) => ({ since, tickets }),
    );
  }
}
