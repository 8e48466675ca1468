import type { ToldLine } from '#store/clock-facts';
import type { AskedDueTimes } from './known-due-times';
import { tellClocks } from './tell-clocks';
import { classAfter, type ToldClass } from './told-class';
import type { WantedClock } from './wanted-clock';

type Clocks = readonly WantedClock[];

/**
 * All clocks of a ticket, derived from its history alone: told twice, late or in another order, the answer is the
 * same. Instants are those of the transitions. When an edit changes the class, what had ended by then stays as it was,
 * and everything else is told anew.
 * @throws UnpublishedYear when a due time falls into a year whose holidays nobody has published.
 */
export function clocksOf(lines: readonly ToldLine[], dueTimes: AskedDueTimes): WantedClock[] {
  let known: ToldClass | null = null;
  let told: Clocks = [];
  for (const [index, line] of lines.entries()) {
    const now = classAfter(known, line);
    if (known && now && now !== known) {
      const before = after(told, tellClocks(known, lines.slice(0, index), dueTimes));
      told = reclassed(before, after(before, tellClocks(now, lines.slice(0, index + 1), dueTimes)));
    }
    known = now;
  }
  return known ? after(told, tellClocks(known, lines, dueTimes)) : [];
}

/** The clocks that are told now, with those that had ended before; a class without such a step has none that runs. */
function after(before: Clocks, told: Clocks): WantedClock[] {
  const keys = new Set(told.map(({ key }) => key));
  const gone = before.filter(({ key }) => !keys.has(key)).map(withdrawn);
  return [...gone, ...told.map((clock) => follow(before, clock))];
}

const withdrawn = (clock: WantedClock): WantedClock =>
  clock.state === 'running' ? { ...clock, state: 'cancelled' } : clock;

function follow(before: Clocks, clock: WantedClock): WantedClock {
  const earlier = before.find(({ key }) => key === clock.key);
  if (!earlier) return clock;
  if (earlier.state !== 'running' && clock.state !== 'running') return earlier;
  const moved = earlier.dueAt.getTime() !== clock.dueAt.getTime();
  const generation = Math.max(clock.generation, moved ? earlier.generation + 1 : earlier.generation);
  return { ...clock, generation };
}

/** A clock that the changing line itself ended kept its due time to the end. */
const reclassed = (before: Clocks, clocks: Clocks): WantedClock[] =>
  clocks.map((clock) => {
    const earlier = before.find(({ key }) => key === clock.key);
    if (!earlier || clock.state === 'running') return clock;
    const { dueAt, yellowAt, rule, generation } = earlier;
    return { ...clock, dueAt, yellowAt, rule, generation };
  });
