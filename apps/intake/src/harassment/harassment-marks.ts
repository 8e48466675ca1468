import { Injectable } from '@nestjs/common';
import type { AdminAction } from '#ticket/admin-event';
import type { HarassmentState } from '#http-api/harassment-shapes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { isUniqueViolation, NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal, refusalAt } from '#platform/problems';
import { MarkedNumbers } from './marked-numbers';
import { addMark, decideMark, liftMark, markById, type Mark } from './mark-rows';

/** Writes restrictions: one proposes, another decides, for some days at most; each step an event of administration. */
@Injectable()
export class HarassmentMarks {
  constructor(
    private readonly administration: Administration,
    private readonly clock: Clock,
    private readonly numbers: MarkedNumbers,
  ) {}

  async propose(
    phone: string,
    { reason, examples }: { reason: string; examples: readonly string[] },
    caller: Caller,
  ): Promise<string> {
    const id = uuidV7(this.clock.now());
    const work = async (sql: Sql, at: Date) => {
      await addMark(sql, this.numbers.keys, { id, phone, reason, examples, by: caller.id, at });
      return this.changeOf('create', null, await found(sql, id), at);
    };
    await this.administration.write(caller, work, id).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new Refusal('conflict', '该号码已有待批准的限制') : error;
    });
    return id;
  }

  /** @throws Refusal for one's own proposal, one that is decided, or too many days */
  approve(id: string, days: number, caller: Caller): Promise<void> {
    const { mostDays } = this.numbers;
    if (days > mostDays) throw refusalAt('days', `限制不能超过${mostDays}天`);
    return this.decide(id, 'approve', caller, (at) => new Date(at.getTime() + days * 86_400_000));
  }

  refuse(id: string, caller: Caller): Promise<void> {
    return this.decide(id, 'refuse', caller, () => null);
  }

  /** @throws Refusal when it is not in force */
  lift(id: string, caller: Caller): Promise<void> {
    return this.change(id, 'end', caller, (sql, mark, at) => {
      if (stateOf(mark, at) !== 'in-force') throw new Refusal('conflict', '该限制未在执行');
      return liftMark(sql, id, caller.id, at);
    });
  }

  private decide(
    id: string,
    action: 'approve' | 'refuse',
    caller: Caller,
    until: (at: Date) => Date | null,
  ): Promise<void> {
    return this.change(id, action, caller, (sql, mark, at) => {
      if (mark.decidedAt) throw new Refusal('conflict', '该限制已有处理结果，请刷新');
      if (mark.proposedBy.id === caller.id) throw new Refusal('forbidden', '本人提出的限制须由他人批准');
      return decideMark(sql, { id, approved: action === 'approve', by: caller.id, at, expiresAt: until(at) });
    });
  }

  private async change(
    id: string,
    action: AdminAction,
    caller: Caller,
    work: (sql: Sql, mark: Mark, at: Date) => Promise<void>,
  ): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await found(sql, id);
        await work(sql, before, at);
        return this.changeOf(action, before, await found(sql, id), at);
      },
      id,
    );
  }

  /** The reason may name somebody, and events are kept for good: it stays with the mark. */
  private changeOf(action: AdminAction, before: Mark | null, after: Mark, at: Date) {
    const told = (mark: Mark): object => ({
      phone: this.numbers.masked(mark),
      state: stateOf(mark, at),
      examples: mark.examples,
      expiresAt: mark.expiresAt?.toISOString() ?? null,
    });
    return {
      subject: 'harassment-mark',
      subjectId: after.id,
      action,
      before: before && told(before),
      after: told(after),
    } as const;
  }
}

/** It ends by itself: nothing has to happen. */
export function stateOf({ decidedAt, approved, liftedAt, expiresAt }: Mark, at: Date): HarassmentState {
  if (!decidedAt) return 'proposed';
  if (!approved) return 'refused';
  return !liftedAt && expiresAt && expiresAt > at ? 'in-force' : 'ended';
}

async function found(sql: Sql, id: string): Promise<Mark> {
  const mark = await markById(sql, id);
  if (!mark) throw new NotFound('harassment mark');
  return mark;
}
