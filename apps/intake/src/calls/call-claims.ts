import { Injectable } from '@nestjs/common';
import { callBackOutcomes, type CallBackOutcome } from '#ticket/call';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { KeyRing } from '#store/key-ring';
import type { Sql } from '#store/sql';
import { keyTaken, NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { addDraft, dropDraft, handOverDraft, ticketOfDraft } from '../drafts/draft-rows';
import { CallQueue } from './call-queue';
import { callByCallId, callById, lockCall, lockMissedAlike, phoneOfCall, type Call } from './call-rows';

/** Who is at which call: one agent at a time, until they let go or go silent. */
@Injectable()
export class CallClaims {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly queue: CallQueue,
  ) {}

  /** Opens a draft that knows what the call knows, or goes on with the one there is. @throws Refusal naming who has it */
  claim(id: string, caller: Caller): Promise<void> {
    return this.write(id, caller, async (sql, at) => {
      const call = await found(sql, id);
      const alike = call.state === 'missed' ? await lockMissedAlike(sql, call) : [call];
      for (const each of alike) this.refuseOthers(each, caller);
      const draftId = await this.draftFor(sql, call, caller, at);
      await sql.query(`UPDATE intake.call SET account_id = $2, heartbeat_at = $3, draft_id = $4 WHERE id = $1`, [
        id,
        caller.id,
        at,
        draftId,
      ]);
    });
  }

  /** @throws Refusal when somebody else has taken it over, or it is done */
  heartbeat(id: string, caller: Caller): Promise<void> {
    return this.write(id, caller, async (sql, at) => {
      const call = await found(sql, id);
      refuseUnlessOwn(call, caller);
      await sql.query(`UPDATE intake.call SET heartbeat_at = $2 WHERE id = $1`, [id, at]);
    });
  }

  /** Its draft stays, for whoever takes the call next; with a reason there will be no ticket, and no draft. */
  release(id: string, noTicketReason: string | undefined, caller: Caller): Promise<void> {
    return this.write(id, caller, async (sql, at) => {
      const call = await found(sql, id);
      refuseUnlessOwn(call, caller);
      await sql.query(`UPDATE intake.call SET account_id = NULL, heartbeat_at = NULL WHERE id = $1`, [id]);
      if (noTicketReason === undefined) return;
      if (call.draftId) await dropDraft(sql, call.draftId, caller.id);
      await settle(sql, [id], { by: caller.id, at, outcome: `无需登记：${noTicketReason}` });
    });
  }

  /** @throws Refusal when it was not missed, or somebody else is at it */
  calledBack(id: string, outcome: CallBackOutcome, caller: Caller): Promise<void> {
    return this.write(id, caller, async (sql, at) => {
      const call = await found(sql, id);
      if (call.state !== 'missed') throw new Refusal('conflict', '不是未接来电，无需回拨');
      const alike = await lockMissedAlike(sql, call);
      for (const each of alike) this.refuseOthers(each, caller);
      const ids = alike.map((each) => each.id);
      if (callBackOutcomes[outcome].settles) return settle(sql, ids, { by: caller.id, at, outcome });
      await sql.query(
        `UPDATE intake.call SET call_backs = call_backs + 1, account_id = NULL, heartbeat_at = NULL WHERE id = ANY($1)`,
        [ids],
      );
    });
  }

  /** A ticket was registered from it: the call is done, and so is whatever the number was missed before. */
  registered(callId: string, caller: Caller): Promise<void> {
    return this.database.transaction(async (sql) => {
      const seen = await callByCallId(sql, callId);
      const alike = seen?.phoneHash ? await lockMissedAlike(sql, seen) : [];
      const call = seen && (await lockCall(sql, seen.id));
      if (!call || call.doneAt) return;
      const ids = [...new Set([call.id, ...alike.map(({ id }) => id)])];
      await settle(sql, ids, { by: caller.id, at: this.clock.now(), outcome: 'registered' });
    });
  }

  /** A released call's draft, or that of whoever went silent, goes on; without one a new one begins. */
  private async draftFor(sql: Sql, call: Call, caller: Caller, at: Date): Promise<string> {
    if (call.draftId && (await handOverDraft(sql, call.draftId, caller.id))) return call.draftId;
    if (call.draftId && (await ticketOfDraft(sql, call.draftId))) throw new Refusal('conflict', '该来电已登记为工单');
    const id = uuidV7(at);
    const phone = phoneOfCall(this.keys, call);
    const values = { channel: 'phone', callId: call.callId, ...(phone !== null && { citizen: { phone } }) };
    await addDraft(sql, this.keys, { id, accountId: caller.id, callId: call.id, values, changedAt: at });
    return id;
  }

  private refuseOthers(call: Call, caller: Caller): void {
    if (call.accountId === null || call.accountId === caller.id || this.queue.isStale(call)) return;
    throw takenBy(call);
  }

  private async write(id: string, { key }: Caller, work: (sql: Sql, at: Date) => Promise<void>): Promise<void> {
    const at = this.clock.now();
    try {
      await this.database.transaction(async (sql) => {
        await work(sql, at);
        if (key) await commitKey(sql, key, id, at);
      });
    } catch (error) {
      throw keyTaken(error) ?? error;
    }
  }
}

/** Calls of one number are locked in one order, so that two who are at them wait in a line. */
async function found(sql: Sql, id: string): Promise<Call> {
  const seen = await callById(sql, id);
  if (seen?.state === 'missed') await lockMissedAlike(sql, seen);
  const call = await lockCall(sql, id);
  if (!call) throw new NotFound('call');
  if (call.doneAt) throw new Refusal('conflict', '该来电已处理完毕');
  return call;
}

const takenBy = ({ accountName }: Call): Refusal => new Refusal('conflict', `该来电已由${accountName ?? '他人'}接手`);

function refuseUnlessOwn(call: Call, caller: Caller): void {
  if (call.accountId === null) throw new Refusal('conflict', '该来电尚未由您接手');
  if (call.accountId !== caller.id) throw takenBy(call);
}

async function settle(
  sql: Sql,
  ids: readonly string[],
  { by, at, outcome }: { by: string; at: Date; outcome: string },
): Promise<void> {
  await sql.query(`UPDATE intake.call SET done_at = $2, done_by = $3, outcome = $4 WHERE id = ANY($1)`, [
    ids,
    at,
    by,
    outcome,
  ]);
}
