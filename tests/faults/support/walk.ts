import { MarkStore } from '#store/mark-store';
import { ordinary, type Registration, type TicketView } from '#testing/people';
import type { TestHouse } from '#testing/test-house';
import { acts, readsClocks } from './acts';
import type { Pace } from './pace';

/** One ticket's life as numbers: what comes in, and what people choose to do with it. */
export interface Story {
  readonly given: Partial<Registration>;
  readonly choices: readonly number[];
  /** Another citizen's ticket is merged into this one. */
  readonly followed: boolean;
  readonly judgesByItself: boolean;
}

/** How the tickets stood after each act, and whether the house had allowed it. */
export interface Walked {
  readonly ids: readonly string[];
  readonly stood: readonly string[];
  readonly allowed: readonly boolean[];
}

const dayMs = 86_400_000;
const begins = '2026-09-14 09:30';

/**
 * Lives a story at this pace. Beside another walk, nobody acts and no time passes before the tickets stand as they did
 * there: what the house does by itself bears the instant at which it does it.
 */
export async function walk(house: TestHouse, story: Story, pace: Pace, beside?: Walked): Promise<Walked> {
  house.at(begins);
  await house.database.sql.query(`UPDATE satisfaction.policy SET judges_by_itself = $1`, [story.judgesByItself]);
  const id = await register(house, story.given);
  const [ids, stood, allowed]: [string[], string[], boolean[]] = [[id], [], []];
  for (const [step, choice] of story.choices.entries()) {
    const ticket = await look(house, id);
    if (step === 1 && story.followed) ids.push(await follow(house, ticket));
    if (step > 0 && choice % 6 === 0) await pass(house, pace, 1);
    else if (step > 0) allowed.push(await act(house, pace, ticket, choice));
    await pace.until(async () => (beside ? unlike(await standing(house, ids), beside.stood[step]) : ''));
    stood.push(await standing(house, ids));
    house.clock.advance((choice % 40) * 60_000);
  }
  await pass(house, pace, 40);
  return { ids, stood, allowed };
}

/** Everybody rests for some days, and clocks run out meanwhile. */
async function pass(house: TestHouse, pace: Pace, days: number): Promise<void> {
  await pace.rest();
  house.clock.advance(days * dayMs);
  await house.house.app.get(MarkStore, { strict: false }).markMany(house.clock.now(), 500);
  await pace.rest();
}

async function act(house: TestHouse, pace: Pace, ticket: TicketView, choice: number): Promise<boolean> {
  const thinkable = acts[ticket.state] ?? [];
  const chosen = thinkable[choice % thinkable.length];
  if (!chosen) return false;
  if (readsClocks.includes(chosen)) await pace.rest();
  return chosen(house, ticket);
}

async function register(house: TestHouse, given: Partial<Registration>): Promise<string> {
  const body = { ...ordinary, ...given };
  return (await (await house.as('agent')).call('POST /api/tickets', { body })).id;
}

async function follow(house: TestHouse, { id: intoId, state }: TicketView): Promise<string> {
  const child = await register(house, { hold: true });
  if (state === 'closed' || state === 'withdrawn') return child;
  await (await house.as('agent')).call('POST /api/tickets/:id/merge', { params: { id: child }, body: { intoId } });
  return child;
}

const look = async (house: TestHouse, id: string): Promise<TicketView> =>
  (await house.as('agent')).call('GET /api/tickets/:id', { params: { id } });

const unlike = (stands: string, should = ''): string => (stands === should ? '' : `${should} instead of ${stands}`);

/** What people go by when they decide what to do. */
async function standing(house: TestHouse, ids: readonly string[]): Promise<string> {
  const tickets = await Promise.all(ids.map((id) => look(house, id)));
  return JSON.stringify(
    tickets.map(({ state, round, lead, judgementDue, callbackAttempts, handledAt }) => [
      state,
      round,
      lead?.name,
      judgementDue,
      callbackAttempts,
      handledAt,
    ]),
  );
}
