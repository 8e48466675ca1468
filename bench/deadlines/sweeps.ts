import { Committed } from '#store/committed';
import { MarkStore } from '#store/mark-store';
import type { Sample } from '../figures';
import type { Store } from '../../scripts/seed/store';
import { median } from '../statistics';
import { wakeClocks } from './set-clocks';

/** Looks that count, and those before them that only warm. */
const [turns, warming] = [12, 3] as const;
/** Clocks that are due in a look. */
const marksALook = 200;
const hourMs = 3_600_000;

/** How many clocks the looks mark in each hotline. */
export const sweptClocks = (turns + warming) * marksALook;

/** Milliseconds each. */
interface Looks {
  readonly nothing: number[];
  readonly marking: number[];
}

/** What a look costs where few clocks run and where many do, in turns: when nothing is due, and when two hundred are. */
export async function measureSweeps(few: Store, many: Store): Promise<Sample> {
  const [ofFew, ofMany] = [await lookerAt(few), await lookerAt(many)];
  for (let turn = 0; turn < warming + turns; turn += 1)
    for (const look of turn % 2 === 0 ? [ofFew, ofMany] : [ofMany, ofFew]) await look.once(turn);
  const [one, other] = [mediansOf(ofFew.looks), mediansOf(ofMany.looks)];
  return {
    lookFew: one.nothing,
    lookMany: other.nothing,
    lookGrowth: other.nothing / one.nothing,
    markFew: one.marking,
    markMany: other.marking,
    markGrowth: other.marking / one.marking,
  };
}

const mediansOf = ({ nothing, marking }: Looks) => ({
  nothing: median(nothing.slice(warming)),
  marking: median(marking.slice(warming)),
});

/** Two hundred clocks become due in each of the hours to come, and each look believes that one more hour has gone by. */
async function lookerAt({ database, keys, clock }: Store) {
  const store = new MarkStore(database, keys, new Committed());
  const from = clock.now().getTime() + hourMs;
  for (let turn = 0; turn < warming + turns; turn += 1)
    await database.session((sql) => wakeClocks(sql, marksALook, new Date(from + turn * hourMs), 1));
  const looks: Looks = { nothing: [], marking: [] };
  const timed = async (at: Date, into: number[], expected: number) => {
    const began = performance.now();
    const marked = await store.markMany(at, marksALook);
    into.push(performance.now() - began);
    if (marked !== expected) throw new Error(`${marked} clocks were marked in a look, not ${expected}`);
  };
  const once = async (turn: number): Promise<void> => {
    const before = new Date(from + turn * hourMs - 1);
    await timed(before, looks.nothing, 0);
    await timed(new Date(before.getTime() + hourMs), looks.marking, marksALook);
  };
  return { looks, once };
}
