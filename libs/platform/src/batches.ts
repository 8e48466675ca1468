import { Injectable } from '@nestjs/common';
import { TransitionRefused } from '#ticket/transition-refused';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey, findKey } from '#store/idempotency';
import { KeyTaken, NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from './caller';
import { Refusal } from './problems';
import { Throttle } from './throttle';

/** What became of one of many: null where it was done, or why it was not. */
export interface Outcome {
  readonly id: string;
  readonly refusal: string | null;
}

interface Batch {
  readonly ids: readonly string[];
  /** What is said of one that is not there, or is not the caller's. */
  readonly missing: string;
  readonly act: (id: string, writer: Caller) => Promise<unknown>;
}

/** 批量: many at once, each by itself, so that one which is refused leaves the others alone. */
@Injectable()
export class Batches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Sent again with its key after it was broken off, it does what was not done, and nothing twice: each one's move commits
   * with a key of its own, and the caller's is kept once all are answered for.
   */
  async run({ ids, missing, act }: Batch, { key, ...caller }: Caller): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const id of new Set(ids)) {
      const value = key && ownKey(key.value, id);
      const writer = { ...caller, origin: value === undefined ? undefined : ({ kind: 'idempotency', value } as const) };
      const refused = await refusalOf(() => this.admitted(id, writer, act), missing);
      const isRefused = refused !== null && !(value !== undefined && (await this.isDone(value)));
      outcomes.push({ id, refusal: isRefused ? refused : null });
    }
    if (key) await commitKey(this.database.sql, key, uuidV7(this.clock.now()), this.clock.now());
    return outcomes;
  }

  /** What a batch is known by: sent again with its key it is the same one. */
  nameOf = ({ key }: Caller): string => key?.value ?? uuidV7(this.clock.now());

  /** What the same key has done before. @param undone what is said of one that it did not do */
  again(ids: readonly string[], key: string, undone: string): Promise<Outcome[]> {
    const answers = [...new Set(ids)].map(async (id) => {
      const isDone = await this.isDone(ownKey(key, id));
      return { id, refusal: isDone ? null : undone };
    });
    return Promise.all(answers);
  }

  /** Each counts as a write of its own. */
  private async admitted(id: string, writer: Caller, act: Batch['act']): Promise<void> {
    await this.throttle.admitFor('write', writer);
    await act(id, writer);
  }

  private async isDone(value: string): Promise<boolean> {
    return (await findKey(this.database.sql, value)) !== undefined;
  }
}

const ownKey = (key: string, id: string): string => `${key}:${id}`;

/** Why it is refused, in a clerk's words; null where it is done. Whatever else goes wrong ends the batch. */
async function refusalOf(act: () => Promise<unknown>, missing: string): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof NotFound) return missing;
    if (error instanceof TransitionRefused || error instanceof Refusal) return error.detail;
    // What took the key has done it.
    if (error instanceof KeyTaken) return null;
    throw error;
  }
}
