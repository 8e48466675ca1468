import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { NotFound, VersionConflict } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { conflictAt, Refusal, refusalAt } from '#platform/problems';
import type { ExtensionRule } from './extension-rule';
import {
  addExtensionRule,
  endExtensionRule,
  extensionRuleName,
  extensionRuleVersions,
  readExtensionRules,
  toldOfRule,
} from './extension-rule-rows';

type NewRule = RouteInput<'POST /api/extension-rules'>['body'];
type Terms = RouteInput<'PUT /api/extension-rules/:name'>['body'];
type RuleOf = Pick<ExtensionRule, 'type' | 'urgency' | 'nth'>;

/**
 * Changes the rules of extensions, each change a version that stays. A class is given its extensions one after the other:
 * the second is set after the first, and ended before it. What departments have asked for stays as it was asked.
 */
@Injectable()
export class ExtensionRules {
  constructor(
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  /** Answers the row's id. @throws Refusal for a class that has the rule, or not yet the one before it; KeyTaken */
  add({ type = null, urgency = null, nth, ...terms }: NewRule, caller: Caller): Promise<string> {
    if ((type === null) === (urgency === null)) throw refusalAt('type', '请在诉求类型和紧急程度中选一项');
    const rule = { type, urgency, nth };
    return this.write(caller, extensionRuleName(rule), async (sql, next) => {
      const inForce = await readExtensionRules(sql);
      if (find(inForce, rule)) throw conflictAt('nth', `已有第${nth}次延期的规则，请直接修改`);
      const before = { ...rule, nth: nth - 1 };
      if (nth > 1 && !find(inForce, before)) throw refusalAt('nth', `请先设第${nth - 1}次延期`);
      const after = { ...rule, ...terms, ...next };
      await addExtensionRule(sql, after);
      return { action: 'create', before: null, after: toldOfRule(after) };
    });
  }

  /** Answers the id of the version that follows. @throws VersionConflict; NotFound; KeyTaken */
  change(name: string, version: number, terms: Terms, caller: Caller): Promise<string> {
    return this.write(caller, name, async (sql, next, at) => {
      const before = named(await readExtensionRules(sql), name);
      if (before.version !== version) throw new VersionConflict(before.version, toldOfRule(before));
      const after = { ...before, ...terms, ...next };
      await endExtensionRule(sql, before, at);
      await addExtensionRule(sql, after);
      return { action: 'edit', before: toldOfRule(before), after: toldOfRule(after) };
    });
  }

  /** @throws Refusal while a later extension of the class has a rule; NotFound; KeyTaken */
  async end(name: string, caller: Caller): Promise<void> {
    await this.write(caller, name, async (sql, _next, at) => {
      const inForce = await readExtensionRules(sql);
      const ended = named(inForce, name);
      const later = find(inForce, { ...ended, nth: ended.nth + 1 });
      if (later) throw new Refusal('conflict', `请先停用第${later.nth}次延期`);
      await endExtensionRule(sql, ended, at);
      return { action: 'end', before: toldOfRule(ended), after: null };
    });
  }

  private async write(caller: Caller, name: string, work: Work): Promise<string> {
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql, at) => {
        const versions = (await extensionRuleVersions(sql)).filter((rule) => extensionRuleName(rule) === name);
        const version = Math.max(0, ...versions.map((rule) => rule.version)) + 1;
        const next = { id, version, validFrom: shanghaiDate(at), validTo: null };
        return { subject: 'extension-rule', subjectId: name, ...(await work(sql, next, at)) };
      },
      id,
    );
    return id;
  }
}

type Next = Pick<ExtensionRule, 'id' | 'version' | 'validTo'> & { readonly validFrom: string };
type Work = (
  sql: Sql,
  next: Next,
  at: Date,
) => Promise<{
  readonly action: 'create' | 'edit' | 'end';
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}>;

const find = (rules: readonly ExtensionRule[], rule: RuleOf): ExtensionRule | undefined =>
  rules.find((each) => extensionRuleName(each) === extensionRuleName(rule));

function named(rules: readonly ExtensionRule[], name: string): ExtensionRule {
  const found = rules.find((rule) => extensionRuleName(rule) === name);
  if (!found) throw new NotFound('extension rule');
  return found;
}
