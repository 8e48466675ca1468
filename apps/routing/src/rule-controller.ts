import { Controller } from '@nestjs/common';
import { dispatchRuleView } from '#http-api/directory-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { checkPlaces } from '#platform/check-places';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Refusal } from '#platform/problems';
import { Renders } from '#platform/renders';
import { cut, readCursor } from '#platform/cursor';
import type { DispatchRule } from './dispatch-rules';
import { RuleStore } from './rule-store';

type RuleAnswer = RouteAnswer<'GET /api/dispatch-rules'>['items'][number];

/** The dispatch catalogue: a rule is never changed, only followed by another or ended. */
@Controller()
export class RuleController {
  constructor(
    private readonly rules: RuleStore,
    private readonly directory: Directory,
    renders: Renders,
  ) {
    renders.add(dispatchRuleView, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/dispatch-rules')
  async list({ query }: RouteInput<'GET /api/dispatch-rules'>): Promise<RouteAnswer<'GET /api/dispatch-rules'>> {
    const [after = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.rules.page(after, query.limit + 1);
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  @Handles('POST /api/dispatch-rules')
  async add({ body }: RouteInput<'POST /api/dispatch-rules'>, caller: Caller): Promise<RuleAnswer> {
    checkHandlers(this.directory, body);
    checkPlaces(this.directory, body);
    return this.one(await this.rules.add(body, caller));
  }

  @Handles('PATCH /api/dispatch-rules/:id')
  async end({ params, body }: RouteInput<'PATCH /api/dispatch-rules/:id'>, caller: Caller): Promise<RuleAnswer> {
    const { categoryCode, areaCode, version } = await this.one(params.id);
    if (categoryCode === null && areaCode === null)
      throw new Refusal('conflict', `兜底承办单位不能空缺：请新增规则替换第 ${version} 版，而不是停用`);
    await this.rules.end(params.id, body.validTo, caller);
    return this.one(params.id);
  }

  private async one(id: string): Promise<RuleAnswer> {
    return this.view(await this.rules.one(id));
  }

  private view({ leadId, ...row }: DispatchRule): RuleAnswer {
    return { ...row, lead: { id: leadId, name: this.directory.departmentName(leadId) } };
  }
}
