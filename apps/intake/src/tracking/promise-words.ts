import type { State } from '#ticket/state';
import type { Ticket } from '#ticket/ticket';
import type { TrackedView } from '#http-api/tracking-shapes';
import type { TrackedClock } from './tracked-clocks';
import type { TrackedLine } from './tracked-line';

interface Around {
  readonly ticket: Pick<Ticket, 'state' | 'handledAt' | 'upstreamDueAt'>;
  readonly lines: readonly TrackedLine[];
  readonly now: Date;
  readonly timeOf: (at: Date) => string;
}

/** Ends without an answer. */
const unanswered: readonly State[] = ['withdrawn', 'void', 'returned-up'];

/**
 * When the citizen was promised an answer, and plainly how that stands; null while nobody has computed it, or after an end
 * without an answer. The clock follows the ticket a moment later, and what has happened is said at once.
 */
export function promiseOf(clock: TrackedClock | undefined, around: Around): TrackedView['promise'] {
  if (!clock || clock.state === 'cancelled' || unanswered.includes(around.ticket.state)) return null;
  return { at: clock.dueAt.toISOString(), words: wordsOf(clock, around) };
}

function wordsOf(clock: TrackedClock, around: Around): string {
  const by = around.timeOf(clock.dueAt);
  const answeredAt = clock.metAt ?? around.ticket.handledAt;
  if (answeredAt) {
    const isKept = answeredAt <= clock.dueAt;
    return isKept ? `承诺${by}前答复，已按时答复。` : `承诺${by}前答复，答复晚了，向您致歉。`;
  }
  if (around.ticket.state === 'held') return `原承诺${by}前答复；暂缓办理的时间不计入，恢复办理后顺延。`;
  if (clock.dueAt <= around.now) return `承诺${by}前答复，现已超过，向您致歉。热线正在督促承办单位。`;
  return `我们承诺${by}前答复您${counted(clock, around)}。`;
}

/** How it was counted, where nothing has moved it since. */
function counted({ rule }: TrackedClock, { ticket, lines }: Around): string {
  const isMoved = ticket.upstreamDueAt !== null || lines.some(({ name }) => name === 'extend' || name === 'hold');
  const { amount, unit, margin } = rule as {
    amount?: number;
    unit?: string;
    margin?: { amount: number; unit: string };
  };
  // The department's time and what is promised on top of it, where both are counted in days.
  const days = (amount ?? 0) + (margin?.unit === unit ? (margin?.amount ?? 0) : 0);
  return !isMoved && unit === 'working-days' ? `（自受理次日起${days}个工作日，周末和法定节假日不算）` : '';
}
