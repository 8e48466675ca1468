import { Injectable, type OnModuleInit } from '@nestjs/common';
import { stateCouncilYears } from '#calendar/state-council-years';
import { holdToTheEnd } from '#store/advisory-locks';
import { recordFound } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { DeadlineRules } from './deadline-rules';
import { defaultLimits } from './default-limits';
import { extensionRulesInForce, seedExtensionRules } from './extensions/extension-rule-rows';
import { ladderTold, seedLadder } from './ladder/ladder-rows';
import { orderRecomputation } from './recomputations';
import { touchedByYear } from './rule-change';
import { limitTold, scopeName } from './time-limit';

const source = '国办发〔2020〕53号，本区默认值';

/** Gives a new system its limits and calendars, and an old one the years that have been announced since. */
@Injectable()
export class DeadlineSeeds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: DeadlineRules,
  ) {}

  async onModuleInit(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (sql) => {
      await holdToTheEnd(sql, 'deadlineSeeds');
      await seedLimits(sql, now);
      await seedExtensionRules(sql, now);
      await seedCalendars(sql, now);
      await seedLadder(sql, now);
    });
    await recordFound(this.database, this.clock, 'time-limit', await newestLimits(this.rules));
    await recordFound(this.database, this.clock, 'ladder-row', await ladderTold(this.database.sql));
    await recordFound(this.database, this.clock, 'extension-rule', await extensionRulesInForce(this.database.sql));
  }
}

/** The newest version of each limit, by the class and step it is for. */
async function newestLimits(rules: DeadlineRules): Promise<Map<string, object>> {
  // The newest version of a limit comes first.
  const limits = (await rules.limits()).toReversed();
  return new Map(limits.map((limit) => [scopeName(limit), limitTold(limit)]));
}

async function seedLimits(sql: Sql, now: Date): Promise<void> {
  if (await sql.one(`SELECT 1 FROM deadlines.time_limit LIMIT 1`)) return;
  const rows = defaultLimits.flatMap(({ type = null, urgency = null, steps }) =>
    Object.entries(steps).map(([clock, limit]) => ({ id: uuidV7(now), type, urgency, clock, ...limit })),
  );
  await sql.query(
    `INSERT INTO deadlines.time_limit (id, version, type, urgency, clock, amount, unit, source)
     SELECT id, 1, type, urgency, clock, amount, unit, $2 FROM jsonb_populate_recordset(null::deadlines.time_limit, $1)`,
    [JSON.stringify(rows), source],
  );
}

/** Last year to next year; a year nobody has announced is stored as unpublished, so that a person sees it. */
async function seedCalendars(sql: Sql, now: Date): Promise<void> {
  const thisYear = now.getUTCFullYear();
  for (const known of stateCouncilYears(thisYear - 6, thisYear + 1)) {
    const { year, source, published, days } = known;
    const added = await sql.one<{ version: number }>(
      `INSERT INTO deadlines.calendar_year (year, version, source, published, days)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4 FROM deadlines.calendar_year WHERE year = $1
       HAVING count(*) = 0 OR ($3 AND NOT bool_or(published)) RETURNING version`,
      [year, source, published, JSON.stringify(days)],
    );
    // What a later program has learnt reaches the clocks that waited for it.
    const touches = added && added.version > 1 ? touchedByYear(null, known) : null;
    await orderRecomputation(sql, { subject: 'calendar', subjectId: String(year) }, touches, { at: now, by: 'system' });
  }
}
