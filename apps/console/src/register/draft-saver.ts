import type { Values } from '../moves/field-row';

/** A draft as the server has it. */
export interface KeptDraft {
  readonly id: string;
  readonly version: number;
  readonly values: Values;
  /** The call it was opened for. */
  readonly callId: string | null;
}

/** How drafts are kept; each throws when it cannot. */
export interface DraftKeeping {
  begin(values: Values): Promise<KeptDraft>;
  save(draft: KeptDraft): Promise<KeptDraft>;
  /** As it is now. */
  read(id: string): Promise<KeptDraft>;
  drop(id: string): Promise<void>;
  /** Whether this failure means that another window has saved it. */
  isConflict(reason: unknown): boolean;
  /** Calls back after that many milliseconds; answers how to take it back. */
  later(work: () => void, delayMs: number): () => void;
}

export type DraftState = 'empty' | 'unsaved' | 'saving' | 'saved' | 'conflict' | 'failed';

const [quietMs, retryMs] = [800, 5_000];

let keys = 0;

/** Saves one draft while it is typed: a moment after the last key, one save at a time, and again when one failed. */
export class DraftSaver {
  private readonly listeners = new Set<() => void>();
  private takeBack: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private kept: KeptDraft | null;
  /** Counts what was begun here: a save that comes home late is of another draft. */
  private begun = 0;
  /** Tells this draft's form from another's. */
  readonly key = (keys += 1);
  values: Values;
  state: DraftState;

  constructor(
    private readonly keeping: DraftKeeping,
    draft: KeptDraft | null = null,
  ) {
    this.kept = draft;
    this.values = draft?.values ?? {};
    this.state = draft ? 'saved' : 'empty';
  }

  get id(): string | undefined {
    return this.kept?.id;
  }

  get callId(): string | null {
    return this.kept?.callId ?? null;
  }

  get isUnsaved(): boolean {
    return this.state !== 'empty' && this.state !== 'saved';
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  change(values: Values): void {
    this.values = values;
    // Another window's words are not overwritten before somebody has chosen.
    if (this.state === 'conflict') return;
    this.become('unsaved');
    this.plan(quietMs);
  }

  /** Saves now what is not saved yet. Answers the draft's id, if there is one; never fails. */
  async settle(): Promise<string | undefined> {
    this.unplan();
    if (this.running) await this.running;
    this.unplan();
    if (this.state === 'unsaved' || this.state === 'failed') await this.run();
    return this.id;
  }

  /** After a conflict: what stands in this window is to hold. */
  async keepOwn(): Promise<void> {
    if (!this.kept) return;
    const { version } = await this.keeping.read(this.kept.id);
    this.kept = { ...this.kept, version };
    this.become('unsaved');
    await this.settle();
  }

  /** Throws it away, here and at the server. */
  async discard(): Promise<void> {
    this.unplan();
    await this.running;
    const { id } = this;
    this.forget();
    if (id !== undefined) await this.keeping.drop(id);
  }

  /** It has become a ticket. */
  forget(): void {
    this.unplan();
    this.begun += 1;
    this.kept = null;
    this.values = {};
    this.become('empty');
  }

  private plan(delayMs: number): void {
    this.unplan();
    this.takeBack = this.keeping.later(() => void this.run(), delayMs);
  }

  private unplan(): void {
    this.takeBack?.();
    this.takeBack = undefined;
  }

  private run(): Promise<void> {
    return (this.running ??= this.save().finally(() => {
      this.running = undefined;
      if (this.state === 'unsaved') this.plan(quietMs);
      else if (this.state === 'failed') this.plan(retryMs);
    }));
  }

  private async save(): Promise<void> {
    const { values, begun } = this;
    this.become('saving');
    try {
      const saved = await (this.kept ? this.keeping.save({ ...this.kept, values }) : this.keeping.begin(values));
      if (this.begun !== begun) return;
      this.kept = saved;
      this.become(this.values === values ? 'saved' : 'unsaved');
    } catch (reason) {
      if (this.begun === begun) this.become(this.keeping.isConflict(reason) ? 'conflict' : 'failed');
    }
  }

  private become(state: DraftState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
