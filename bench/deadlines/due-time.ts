import { DeadlineRules } from '#deadlines/deadline-rules';
import type { Sample } from '../figures';
import { Random } from '#platform/random';
import type { Store } from '../../scripts/seed/store';
import { median } from '../statistics';

const [passes, timesAPass] = [9, 50_000] as const;
const [dayMs, pastDays] = [86_400_000, 300] as const;
/** Three, five and ten working days. */
const types = ['consultation', 'help', 'complaint'] as const;

/** Microseconds that one due time takes, of a step in an ordinary ticket at any instant of the last months. */
export async function measureDueTime({ database, clock }: Store): Promise<Sample> {
  const { dueTimes } = await new DeadlineRules(database).inForce();
  const random = Random.for(1, 0);
  const now = clock.now().getTime();
  const asked = Array.from({ length: timesAPass }, () => ({
    start: new Date(now - Math.floor(random.next() * pastDays * dayMs)),
    ticket: { type: random.pick(types), urgency: 'normal', upstreamDueAt: null } as const,
  }));
  const taken = Array.from({ length: passes }, () => {
    const began = performance.now();
    for (const { start, ticket } of asked) dueTimes.step('finish', start, ticket);
    return ((performance.now() - began) * 1_000) / timesAPass;
  });
  return { dueTime: median(taken) };
}
