import { setTimeout as sleep } from 'node:timers/promises';
import { registration } from '../load/matter';
import { pace } from '../load/pace';
import { percentile } from '../statistics';
import type { Stand } from '../stand/stand';
import type { Bench } from './bench';

const [perSecond, seconds] = [20, 20];
const warmingSeconds = 2;
/** Between two questions for one ticket, which bounds how exact the figure is. */
const askMs = 20;
const givingUpMs = 30_000;

/** From the answer to a registration until whoever searches for its words is shown the ticket. */
export const finding: Bench = async ({ stand, offset }) => {
  const waits: number[] = [];
  await pace(perSecond, seconds, async (index) => {
    const word = wordOf(offset + index);
    const body = { ...registration(stand.places, offset + index), title: `${word}一只待领` };
    const { id } = await stand.staff.agent.call('POST /api/tickets', { body });
    const answered = performance.now();
    while (!(await isFound(stand, word, id))) {
      if (performance.now() > answered + givingUpMs) throw new Error(`nobody finds ${id}`);
      await sleep(askMs);
    }
    waits.push(performance.now() - answered);
  });
  const warm = waits.slice(perSecond * warmingSeconds);
  return { foundP50: percentile(warm, 0.5), foundP99: percentile(warm, 0.99) };
};

async function isFound({ staff }: Stand, word: string, id: string): Promise<boolean> {
  const { items } = await staff.agent.call('POST /api/tickets/search', { body: { q: word } });
  return items.some((item) => item.id === id);
}

const [firstCharacter, characters] = [0x4e00, 20_000];

/** Three Chinese characters that no other index below eight million million has. */
const wordOf = (index: number): string =>
  [index, Math.floor(index / characters), Math.floor(index / characters ** 2)]
    .map((part) => String.fromCodePoint(firstCharacter + (part % characters)))
    .join('');
