import { setTimeout as sleep } from 'node:timers/promises';
import { dateOfDay, isWeekday } from '#calendar/day-number';
import { shanghaiDay } from '#calendar/shanghai-time';
import type { Database } from '#store/database';
import type { Sample } from '../figures';
import { registeringP95 } from '../load/registering';
import type { Stand } from '../stand/stand';

const lookMs = 500;
/** So far ahead is the day that is made free: nearly every open ticket has been promised an answer after it. */
const daysAhead = 3;

/** From a changed year to the last clock that follows it, while the hotline works. */
export async function measureChangedCalendar(stand: Stand, database: Database): Promise<Sample> {
  await settled(database);
  const { admin } = stand.staff;
  const newest = async () => (await admin.call('GET /api/recomputations', { query: { limit: 1 } })).items[0];
  const before = await newest();
  const until = async (...states: readonly string[]) => {
    for (;;) {
      const found = await newest();
      if (found && found.id !== before?.id && states.includes(found.state)) return found;
      await sleep(lookMs);
    }
  };
  const began = performance.now();
  await changeDay(admin);
  await until('running', 'done');
  const registeringRecomputing = await registeringP95(stand, 0);
  const { movedClocks, looked } = await until('done');
  const recomputed = (performance.now() - began) / 1_000;
  return { recomputedTickets: looked, recomputedClocks: movedClocks, recomputed, registeringRecomputing };
}

/** A working day becomes free; in a directory that was measured before, where it is free already, it is worked again. */
async function changeDay(admin: Stand['staff']['admin']): Promise<void> {
  const date = workedDayFrom(shanghaiDay(new Date()) + daysAhead);
  const params = { year: date.slice(0, 4) };
  const { days } = await admin.call('GET /api/calendars/:year', { params });
  const others = days.filter((day) => day.date !== date);
  const changed = others.length < days.length ? others : [...days, { date, working: false, name: '' }];
  await admin.call('PUT /api/calendars/:year', { params, body: { source: 'bench', published: true, days: changed } });
}

/** The first day from then on that is worked in an ordinary week. */
function workedDayFrom(day: number): string {
  return isWeekday(day) ? dateOfDay(day) : workedDayFrom(day + 1);
}

/** What became due while the hotline was stopped is recorded first, and what was changed before is over: neither is measured. */
async function settled(database: Database): Promise<void> {
  const open = `SELECT EXISTS (SELECT 1 FROM ticket.clock WHERE next_mark_at <= now())
    OR EXISTS (SELECT 1 FROM deadlines.recomputation WHERE state <> 'done') AS "isAny"`;
  while ((await database.sql.one<{ isAny: boolean }>(open))?.isAny) await sleep(lookMs);
}
