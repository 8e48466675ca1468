import { Injectable, type OnModuleInit } from '@nestjs/common';
import { stateCouncilYears } from '#calendar/state-council-years';
import { holdToTheEnd } from '#store/advisory-locks';
import { recordFound } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { defaultLimits } from './default-limits';
import { extensionRulesInForce, seedExtensionRules } from './extensions/extension-rule-rows';

const source = '国办发〔2020〕53号, district defaults';

/** Gives a new system its limits and calendars, and an old one the years that have been announced since. */
@Injectable()
export class DeadlineSeeds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (sql) => {
      await holdToTheEnd(sql, 'deadlineSeeds');
      await seedLimits(sql, now);
      await seedExtensionRules(sql, now);
      await seedCalendars(sql, now.getUTCFullYear());
    });
    await recordFound(this.database, this.clock, 'time-limit', await limitsInForce(this.database.sql));
    await recordFound(this.database, this.clock, 'extension-rule', await extensionRulesInForce(this.database.sql));
  }
}

// By what they hold for, such as `complaint/*/finish`.
async function limitsInForce(sql: Sql): Promise<Map<string, object>> {
  const rows = await sql.query<{ name: string; limit: object }>(
    `SELECT concat_ws('/', coalesce(type, '*'), coalesce(urgency, '*'), clock) AS name,
       json_build_object('version', version, 'amount', amount, 'unit', unit, 'source', source) AS "limit"
     FROM deadlines.time_limit WHERE valid_to IS NULL ORDER BY 1`,
    [],
  );
  return new Map(rows.map(({ name, limit }) => [name, limit]));
}

async function seedLimits(sql: Sql, now: Date): Promise<void> {
  if (await sql.one(`SELECT 1 FROM deadlines.time_limit LIMIT 1`)) return;
  const rows = defaultLimits.flatMap(({ type = null, urgency = null, steps }) =>
    Object.entries(steps).map(([clock, limit]) => ({ id: uuidV7(now), type, urgency, clock, ...limit })),
  );
  await sql.query(
    `INSERT INTO deadlines.time_limit (id, version, type, urgency, clock, amount, unit, source, valid_from)
     SELECT id, 1, type, urgency, clock, amount, unit, $2, '2020-01-01' FROM jsonb_populate_recordset(null::deadlines.time_limit, $1)`,
    [JSON.stringify(rows), source],
  );
}

/** Last year to next year; a year nobody has announced is stored as unpublished, so that a person sees it. */
async function seedCalendars(sql: Sql, year: number): Promise<void> {
  for (const known of stateCouncilYears(year - 6, year + 1)) {
    await sql.query(
      `INSERT INTO deadlines.calendar_year (year, version, source, published, days)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4 FROM deadlines.calendar_year WHERE year = $1
       HAVING count(*) = 0 OR ($3 AND NOT bool_or(published))`,
      [known.year, known.source, known.published, JSON.stringify(known.days)],
    );
  }
}
