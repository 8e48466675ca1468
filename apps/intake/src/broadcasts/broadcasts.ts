import { Injectable } from '@nestjs/common';
import type { AdminAction } from '#ticket/admin-event';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { addReading, withdrawBroadcast, writeBroadcast, type Broadcast } from '#store/broadcast-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { readIssue } from '#store/issue-rows';
import type { Sql } from '#store/sql';
import { NotFound, VersionConflict } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { checkPlaces } from '#platform/check-places';
import { Directory } from '#platform/directory';
import { tellHotline } from '#platform/live-changes';
import { Refusal, refusalAt } from '#platform/problems';

type Said = RouteInput<'POST /api/broadcasts'>['body'];
type Stored = Broadcast & { [column: string]: unknown; version: number; withdrawnAt: Date | null };

/** 统一答复口径: said by who leads the desk, read by everybody at the telephone a moment later. */
@Injectable()
export class Broadcasts {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  async publish(said: Said, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    const broadcast = await this.broadcastOf(said);
    await this.write(id, caller, 'create', async (sql, at) => {
      await writeBroadcast(sql, { id, by: caller.id, at }, broadcast);
      return null;
    });
    return id;
  }

  /** A new version: whoever read the last one reads this one too. */
  async edit(id: string, version: number, said: Said, caller: Caller): Promise<void> {
    const broadcast = await this.broadcastOf(said);
    await this.write(id, caller, 'edit', async (sql, at) => {
      const before = await standingAt(sql, id, version);
      await writeBroadcast(sql, { id, by: caller.id, at }, broadcast);
      return before;
    });
  }

  async withdraw(id: string, version: number, caller: Caller): Promise<void> {
    await this.write(id, caller, 'withdraw', async (sql, at) => {
      const before = await standingAt(sql, id, version);
      await withdrawBroadcast(sql, { id, by: caller.id, at });
      return before;
    });
  }

  /** No event of administration: the row itself says who read what when, and is never changed. */
  async acknowledge(id: string, version: number, caller: Caller): Promise<void> {
    const known = await stored(this.database.sql, id);
    if (known.version !== version) throw new VersionConflict(known.version, toldOf(known));
    const at = this.clock.now();
    await this.database.transaction(async (sql) => {
      await addReading(sql, { id, version, accountId: caller.id, at });
      if (caller.key) await commitKey(sql, caller.key, id, at);
    });
  }

  private async write(
    id: string,
    caller: Caller,
    action: AdminAction,
    work: (sql: Sql, at: Date) => Promise<Stored | null>,
  ): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await work(sql, at);
        const after = toldOf(await stored(sql, id));
        return { subject: 'broadcast', subjectId: id, action, before: before && toldOf(before), after };
      },
      id,
    );
    await tellHotline(this.database, 'broadcasts', [id]);
  }

  /** @throws Refusal for a place or an issue that is not there, or a time that is over */
  private async broadcastOf(said: Said): Promise<Broadcast> {
    const { title, text, categoryCode = null, areaCode = null, issueId = null } = said;
    checkPlaces(this.directory, { categoryCode, areaCode });
    const now = this.clock.now();
    const validTo = new Date(said.validTo);
    if (validTo <= now) throw refusalAt('validTo', '失效时间须晚于现在');
    if (issueId !== null) await this.checkIssue(issueId);
    const validFrom = said.validFrom ? new Date(said.validFrom) : now;
    return { title, text, categoryCode, areaCode, issueId, validFrom, validTo };
  }

  private async checkIssue(issueId: string): Promise<void> {
    const issue = isUuid(issueId) ? await readIssue(this.database.sql, issueId).catch(() => null) : null;
    if (issue?.state !== 'open') throw refusalAt('issueId', '没有这个热点事项，或已结束');
  }
}

/** @throws NotFound */
async function stored(sql: Sql, id: string): Promise<Stored> {
  const row = isUuid(id)
    ? await sql.one<Stored>(
        `SELECT version, title, text, issue_id AS "issueId", category_code AS "categoryCode", area_code AS "areaCode",
           valid_from AS "validFrom", valid_to AS "validTo", withdrawn_at AS "withdrawnAt" FROM ticket.broadcast WHERE id = $1`,
        [id],
      )
    : undefined;
  if (!row) throw new NotFound('broadcast');
  return row;
}

/** @throws NotFound, VersionConflict; Refusal for one that was withdrawn */
async function standingAt(sql: Sql, id: string, version: number): Promise<Stored> {
  const row = await stored(sql, id);
  if (row.version !== version) throw new VersionConflict(row.version, toldOf(row));
  if (row.withdrawnAt) throw new Refusal('conflict', '该口径已撤回');
  return row;
}

const toldOf = ({ withdrawnAt, ...row }: Stored): Record<string, unknown> => ({
  ...row,
  validFrom: row.validFrom.toISOString(),
  validTo: row.validTo.toISOString(),
  isWithdrawn: withdrawnAt !== null,
});
