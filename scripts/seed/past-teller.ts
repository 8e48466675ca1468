import { chainStart } from '#store/chain-link';
import { chain } from '#store/history-chain';
import type { KeyRing } from '#store/key-ring';
import { dueRecords } from '#store/clock-rows';
import type { PastTicket } from '#store/past-tickets';
import { uuidInMonthOf } from '#store/uuid-v7';
import { clocksOf } from '#deadlines/clocks-of';
import type { DueTimes } from '#deadlines/due-times';
import type { Ladder } from '#deadlines/ladder/ladder';
import { reconcile } from '#deadlines/reconcile-clocks';
import { usualTypes } from '../replay/likeness';
import { Random } from '#platform/random';
import { inventText } from './invented-texts';
import { Past } from './past';
import type { SeedCitizen } from './citizens';
import { pastSteps, type StepName } from './past-steps';
import type { People } from './people';
import { registerPast } from './register-past';
import { finished, open, sharesOf, type Story } from './stories';

/** What the past is told with. */
export interface Telling {
  readonly keys: KeyRing;
  readonly people: People;
  readonly dueTimes: DueTimes;
  readonly ladder: Ladder;
  readonly areas: readonly string[];
  readonly categories: readonly string[];
  /** Who asks; many ask more than once. */
  citizenOf(random: Random): SeedCitizen;
  /** Departments for a category and area, best first. */
  leads(category: string, area: string): readonly string[];
  readonly imported: boolean;
  readonly seed: number;
}

/** One ticket to be told: the `index`-th, registered at `at`, finished or not, everything before `until`. */
export interface Wanted {
  readonly index: number;
  readonly number: string;
  readonly at: Date;
  readonly open: boolean;
  readonly until: Date;
}

const minuteMs = 60_000;
const finishedShares = sharesOf(finished);
const openShares = sharesOf(open);

/** Tells one ticket's past through the rules, with chained history and the clocks it asks for. */
export function tellPast(telling: Telling, wanted: Wanted): PastTicket {
  const random = Random.for(telling.seed, wanted.index);
  const { id: citizenId, contact, row: citizen } = telling.citizenOf(random);
  const past = begin(telling, wanted, random, citizenId);
  const story: Story = wanted.open ? open[random.weighted(openShares)] : finished[random.weighted(finishedShares)];
  live(past, story.steps, wanted.until);
  const { ticket, rows } = past;
  const lines = chain(telling.keys, chainStart, past.lines, { ...ticket, contact });
  const clocks = clocksOf(past.lines, telling.dueTimes);
  const { changed, summary, parts } = reconcile(ticket, clocks, [], () => uuidInMonthOf(ticket.id), telling.ladder);
  const dues = dueRecords({ ticketId: ticket.id, seq: ticket.seq, at: past.at }, changed);
  return { ticket, lines, citizen, clocks: changed, dues, standing: summary, parts, rows };
}

function begin(telling: Telling, wanted: Wanted, random: Random, citizenId: string | null): Past {
  const { at, number, index } = wanted;
  const areaCode = random.pick(telling.areas);
  const categoryCode = random.pick(telling.categories);
  const type = random.weighted(usualTypes);
  const given = {
    ...inventText(random, index),
    number,
    type,
    areaCode,
    categoryCode,
    citizenId,
    channel: telling.imported ? ('import' as const) : random.chance(0.7) ? ('phone' as const) : ('wechat' as const),
    confidential: type === 'report',
  };
  const { ticket, lines } = registerPast(given, telling.people.agent, at);
  const { imported } = telling;
  const told = lines.map((line) => ({ ...line, data: { ...line.data, ...(imported && { imported }) } }));
  const begun = { ticket: { ...ticket, imported }, lines: told };
  return new Past(begun, telling.people, random, telling.leads(categoryCode, areaCode), at);
}

/** Takes the steps one after the other; a story that would last into the future is told faster. */
function live(past: Past, steps: readonly StepName[], until: Date): void {
  const waits = steps.map((step) => {
    const [least, most] = pastSteps[step].after;
    return (least + past.random.next() * (most - least)) * minuteMs;
  });
  const whole = waits.reduce((sum, wait) => sum + wait, 0);
  const pace = Math.min(1, (until.getTime() - past.at.getTime()) / (whole + minuteMs));
  for (const [index, step] of steps.entries()) {
    past.at = new Date(past.at.getTime() + Math.max(1, Math.floor((waits[index] ?? 0) * pace)));
    pastSteps[step].tell(past);
  }
}
