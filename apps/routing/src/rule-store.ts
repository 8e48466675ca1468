import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { isUniqueViolation, NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { DispatchRules, ruleSelect, type DispatchRule } from './dispatch-rules';

type NewRule = RouteInput<'POST /api/dispatch-rules'>['body'];

const samePlace = `category_code IS NOT DISTINCT FROM $1 AND area_code IS NOT DISTINCT FROM $2`;

/** The rows of the dispatch catalogue: a new one for the same place ends the old one and follows it as the next version. */
@Injectable()
export class RuleStore {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly rules: DispatchRules,
    private readonly clock: Clock,
  ) {}

  page(after: string | null, limit: number): Promise<DispatchRule[]> {
    return this.database.sql.query<DispatchRule>(
      `SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [after, limit],
    );
  }

  /** @throws NotFound */
  async one(id: string): Promise<DispatchRule> {
    const row = isUuid(id) ? await ruleOf(this.database.sql, id) : undefined;
    if (!row) throw new NotFound('dispatch rule');
    return row;
  }

  async add(body: NewRule, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    await this.write(caller, id, (sql, at) => addRule(sql, id, body, body.validFrom ?? shanghaiDate(at)));
    return id;
  }

  async end(id: string, validTo: string, caller: Caller): Promise<void> {
    await this.write(caller, id, async (sql) => {
      const before = (await ruleOf(sql, id)) ?? null;
      await sql.query(`UPDATE routing.dispatch_rule SET valid_to = $2 WHERE id = $1`, [id, validTo]);
      return changeOf('end', id, before, (await ruleOf(sql, id)) ?? null);
    });
  }

  private async write(caller: Caller, id: string, work: Parameters<Administration['write']>[1]): Promise<void> {
    await this.administration.write(caller, work, id).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new Refusal('conflict', '刚有人为同一范围新增了规则，请刷新后再试');
      throw error;
    });
    this.rules.forget();
  }
}

const changeOf = (
  action: AdminChange['action'],
  subjectId: string,
  before: object | null,
  after: object | null,
): AdminChange => ({ subject: 'dispatch-rule', subjectId, action, before, after });

const ruleOf = (sql: Sql, id: string): Promise<DispatchRule | undefined> =>
  sql.one<DispatchRule>(`SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE id = $1`, [id]);

async function addRule(sql: Sql, id: string, body: NewRule, from: string): Promise<AdminChange> {
  const place = [body.categoryCode ?? null, body.areaCode ?? null];
  const earlier = await sql.query<DispatchRule>(
    `SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE ${samePlace} ORDER BY version`,
    place,
  );
  await sql.query(`UPDATE routing.dispatch_rule SET valid_to = least(valid_to, $3) WHERE ${samePlace}`, [
    ...place,
    from,
  ]);
  await sql.query(
    `INSERT INTO routing.dispatch_rule (id, version, category_code, area_code, lead_id, co_handler_ids, basis, valid_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, (earlier.at(-1)?.version ?? 0) + 1, ...place, body.leadId, body.coHandlerIds ?? [], body.basis ?? null, from],
  );
  return changeOf('create', id, earlier.at(-1) ?? null, (await ruleOf(sql, id)) ?? null);
}
