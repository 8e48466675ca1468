import { Controller } from '@nestjs/common';
import { dispatchRuleView } from '#http-api/directory-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { shanghaiDate } from '#calendar/shanghai-time';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { commitKey } from '#store/idempotency';
import { isUniqueViolation, keyTaken, NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { readCursor, writeCursor } from '#platform/cursor';
import { DispatchRules, ruleSelect, type DispatchRule } from './dispatch-rules';

type RuleAnswer = RouteAnswer<'GET /api/dispatch-rules'>['items'][number];

/** The dispatch catalogue: a new rule for the same place ends the old one and follows it as the next version. */
@Controller()
export class RuleController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly rules: DispatchRules,
    private readonly clock: Clock,
    renders: Renders,
  ) {
    renders.add(dispatchRuleView, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/dispatch-rules')
  async list({ query }: RouteInput<'GET /api/dispatch-rules'>): Promise<RouteAnswer<'GET /api/dispatch-rules'>> {
    const [after = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.database.sql.query<DispatchRule>(
      `SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [after, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return { items: shown.map((row) => this.view(row)), nextCursor: last ? writeCursor(last.id) : null };
  }

  @Handles('POST /api/dispatch-rules')
  async add({ body }: RouteInput<'POST /api/dispatch-rules'>, caller: Caller): Promise<RuleAnswer> {
    this.check(body);
    const now = this.clock.now();
    const id = uuidV7(now);
    const place = [body.categoryCode ?? null, body.areaCode ?? null];
    const from = body.validFrom ?? shanghaiDate(now);
    await this.keyed(caller, id, async (sql) => {
      const earlier = await sql.query<{ version: number }>(
        `UPDATE routing.dispatch_rule SET valid_to = least(valid_to, $3) WHERE category_code IS NOT DISTINCT FROM $1
         AND area_code IS NOT DISTINCT FROM $2 RETURNING version`,
        [...place, from],
      );
      await sql.query(
        `INSERT INTO routing.dispatch_rule (id, version, category_code, area_code, lead_id, co_handler_ids, basis, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          Math.max(0, ...earlier.map(({ version }) => version)) + 1,
          ...place,
          body.leadId,
          body.coHandlerIds ?? [],
          body.basis ?? null,
          from,
        ],
      );
    });
    return this.one(id);
  }

  @Handles('PATCH /api/dispatch-rules/:id')
  async end({ params, body }: RouteInput<'PATCH /api/dispatch-rules/:id'>, caller: Caller): Promise<RuleAnswer> {
    const { categoryCode, areaCode, version } = await this.one(params.id);
    if (categoryCode === null && areaCode === null)
      throw new Refusal('conflict', `兜底承办单位不能空缺：请新增规则替换第 ${version} 版，而不是停用`);
    await this.keyed(caller, params.id, async (sql) => {
      await sql.query(`UPDATE routing.dispatch_rule SET valid_to = $2 WHERE id = $1`, [params.id, body.validTo]);
    });
    return this.one(params.id);
  }

  private async keyed(caller: Caller, reference: string, work: Parameters<Database['transaction']>[0]): Promise<void> {
    try {
      await this.database.transaction(async (sql) => {
        if (caller.key) await commitKey(sql, caller.key, reference, this.clock.now());
        await work(sql);
      });
    } catch (error) {
      if (isUniqueViolation(error) && !keyTaken(error))
        throw new Refusal('conflict', '刚有人为同一范围新增了规则，请刷新后再试');
      throw keyTaken(error) ?? error;
    }
    this.rules.forget();
  }

  private async one(id: string): Promise<RuleAnswer> {
    const row = isUuid(id)
      ? await this.database.sql.one<DispatchRule>(`SELECT ${ruleSelect} FROM routing.dispatch_rule WHERE id = $1`, [id])
      : undefined;
    if (!row) throw new NotFound('dispatch rule');
    return this.view(row);
  }

  private view({ leadId, ...row }: DispatchRule): RuleAnswer {
    return { ...row, lead: { id: leadId, name: this.directory.departmentName(leadId) } };
  }

  private check(body: RouteInput<'POST /api/dispatch-rules'>['body']): void {
    checkHandlers(this.directory, body);
    const { categories, areas } = this.directory;
    const unknown = [
      ...(body.categoryCode && !categories.has(body.categoryCode) ? ['categoryCode'] : []),
      ...(body.areaCode && !areas.has(body.areaCode) ? ['areaCode'] : []),
    ];
    if (unknown.length === 0) return;
    throw new Refusal('invalid', '规则中有不存在的类别或区域', {
      errors: unknown.map((path) => ({ path, message: 'unknown' })),
    });
  }
}
