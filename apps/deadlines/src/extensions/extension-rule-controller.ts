import { Controller } from '@nestjs/common';
import { extensionRuleView } from '#http-api/extension-rule-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import type { ExtensionRule } from './extension-rule';
import { extensionRuleName, extensionRuleVersions, readExtensionRules } from './extension-rule-rows';
import { ExtensionRules } from './extension-rules';

type View = RouteAnswer<'PUT /api/extension-rules/:name'>;

/** 延期规则: which tickets may be given more time, how often, how much, and who approves it. */
@Controller()
export class ExtensionRuleController {
  constructor(
    private readonly database: Database,
    private readonly rules: ExtensionRules,
    renders: Renders,
  ) {
    renders.add(extensionRuleView, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/extension-rules')
  async list({ query }: RouteInput<'GET /api/extension-rules'>): Promise<RouteAnswer<'GET /api/extension-rules'>> {
    const rules = await (query.history ? extensionRuleVersions : readExtensionRules)(this.database.sql);
    return pageOf(rules.sort(inOrder).map(viewOf), ({ name, version }) => `${name}.${version}`, query);
  }

  @Handles('POST /api/extension-rules')
  async add({ body }: RouteInput<'POST /api/extension-rules'>, caller: Caller): Promise<View> {
    return this.one(await this.rules.add(body, caller));
  }

  @Handles('PUT /api/extension-rules/:name')
  async change({ params, version, body }: RouteInput<'PUT /api/extension-rules/:name'>, caller: Caller): Promise<View> {
    return this.one(await this.rules.change(params.name, version, body, caller));
  }

  @Handles('DELETE /api/extension-rules/:name')
  async end({ params }: RouteInput<'DELETE /api/extension-rules/:name'>, caller: Caller): Promise<undefined> {
    await this.rules.end(params.name, caller);
  }

  private async one(id: string): Promise<View> {
    const rule = (await extensionRuleVersions(this.database.sql)).find((each) => each.id === id);
    if (!rule) throw new NotFound('extension rule');
    return viewOf(rule);
  }
}

const viewOf = (rule: ExtensionRule): View => {
  const { version, type, urgency, nth, amount, unit, approver, source, validTo } = rule;
  const said = { version, type, urgency, nth, amount, unit, approver, source, validTo };
  return { name: extensionRuleName(rule), ...said, state: validTo === null ? 'in-force' : 'past' };
};

const classes = [...Object.keys(ticketTypes), ...Object.keys(urgencies)];
const classOf = ({ type, urgency }: ExtensionRule): number => classes.indexOf(type ?? urgency ?? '');

/** By class, then the first extension before the second, the newest version first. */
const inOrder = (left: ExtensionRule, right: ExtensionRule): number =>
  classOf(left) - classOf(right) || left.nth - right.nth || right.version - left.version;
