import { DraftSaver, type DraftKeeping, type KeptDraft } from './draft-saver';

/** A server that keeps drafts, and a clock that moves when a test says so. */
class Keeper implements DraftKeeping {
  readonly drafts = new Map<string, KeptDraft>();
  readonly saves: unknown[] = [];
  isAway = false;
  private planned: (() => void)[] = [];

  begin(values: KeptDraft['values']): Promise<KeptDraft> {
    return this.put({ id: `draft-${this.drafts.size + 1}`, version: 1, values, callId: null });
  }
  save(draft: KeptDraft): Promise<KeptDraft> {
    if (this.drafts.get(draft.id)?.version !== draft.version) return Promise.reject(new Error('conflict'));
    return this.put({ ...draft, version: draft.version + 1 });
  }
  read = (id: string): Promise<KeptDraft> => Promise.resolve(this.drafts.get(id) as KeptDraft);
  drop(id: string): Promise<void> {
    this.drafts.delete(id);
    return Promise.resolve();
  }
  isConflict = (reason: unknown): boolean => (reason as Error).message === 'conflict';
  later(work: () => void): () => void {
    this.planned.push(work);
    return () => (this.planned = this.planned.filter((each) => each !== work));
  }

  /** Everything that was planned happens. */
  async passes(): Promise<void> {
    for (const work of this.planned.splice(0)) work();
    await new Promise(setImmediate);
  }

  private async put(draft: KeptDraft): Promise<KeptDraft> {
    await Promise.resolve();
    if (this.isAway) throw new Error('away');
    this.saves.push(draft.values);
    this.drafts.set(draft.id, draft);
    return draft;
  }
}

const begun = () => {
  const keeper = new Keeper();
  return { keeper, saver: new DraftSaver(keeper) };
};

describe('what an agent types', () => {
  it('is saved once they pause, as it is then', async () => {
    const { keeper, saver } = begun();
    saver.change({ title: '路' });
    saver.change({ title: '路灯' });
    expect(saver.isUnsaved).toBe(true);
    await keeper.passes();
    expect(keeper.saves).toEqual([{ title: '路灯' }]);
    expect([saver.state, saver.id]).toEqual(['saved', 'draft-1']);
  });

  it('while a save is under way is saved after it, in the same draft', async () => {
    const { keeper, saver } = begun();
    saver.change({ title: '一' });
    const settled = saver.settle();
    saver.change({ title: '二' });
    await settled;
    await saver.settle();
    expect(keeper.drafts).toEqual(
      new Map([['draft-1', { id: 'draft-1', version: 2, values: { title: '二' }, callId: null }]]),
    );
  });

  it('is saved again when the server was away', async () => {
    const { keeper, saver } = begun();
    keeper.isAway = true;
    saver.change({ title: '路灯' });
    await keeper.passes();
    expect([saver.state, saver.isUnsaved]).toEqual(['failed', true]);
    keeper.isAway = false;
    await keeper.passes();
    expect(saver.state).toBe('saved');
  });

  it('never overwrites another window’s words before somebody has chosen', async () => {
    const { keeper, saver } = begun();
    saver.change({ title: '一' });
    await saver.settle();
    const other = new DraftSaver(keeper, await keeper.read('draft-1'));
    other.change({ title: '另一窗口' });
    await other.settle();
    saver.change({ title: '二' });
    await saver.settle();
    expect(saver.state).toBe('conflict');
    saver.change({ title: '三' });
    await keeper.passes();
    expect(keeper.drafts.get('draft-1')?.values).toEqual({ title: '另一窗口' });
    await saver.keepOwn();
    expect(keeper.drafts.get('draft-1')?.values).toEqual({ title: '三' });
  });

  it('is thrown away here and there', async () => {
    const { keeper, saver } = begun();
    saver.change({ title: '一' });
    await saver.settle();
    await saver.discard();
    expect([keeper.drafts.size, saver.state, saver.id]).toEqual([0, 'empty', undefined]);
  });
});
