import { Injectable } from '@nestjs/common';
import { issueRules, issueRuleUnits, type IssueRuleName } from '#ticket/issue-rule';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { raiseIssueAlerts } from '#store/issue-alert-rows';
import { addRuleVersion, readIssueRules } from '#store/issue-rule-rows';
import { lockIssues } from '#store/issue-rows';
import { VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { tellHotline } from '#platform/live-changes';
import { refusalAt } from '#platform/problems';

interface Changed {
  readonly name: IssueRuleName;
  readonly version: number;
  readonly value: number;
}

/** A rule says something else from now on. What has crossed the new threshold already is alerted with the change itself. */
@Injectable()
export class IssueRuleChanges {
  constructor(
    private readonly administration: Administration,
    private readonly database: Database,
  ) {}

  /** @throws Refusal for a value that the rule cannot have; VersionConflict */
  async change({ name, version, value }: Changed, caller: Caller): Promise<void> {
    checkValue(name, value);
    let alerted: string[] = [];
    await this.administration.write(caller, async (sql, at) => {
      await lockIssues(sql);
      const before = (await readIssueRules(sql)).find((rule) => rule.name === name);
      if (before?.version !== version) throw new VersionConflict(before?.version ?? 0, { value: before?.value });
      await addRuleVersion(sql, { name, value, by: caller.id, at });
      alerted = (await raiseIssueAlerts(sql, null, at)).map(({ issueId }) => issueId);
      const { unit } = issueRules[name];
      return {
        ...{ subject: 'issue-rule', subjectId: name, action: 'edit' },
        before: { version, value: before.value, unit },
        after: { version: version + 1, value, unit },
      } as const;
    });
    await tellHotline(this.database, 'issues', [...new Set(alerted)]);
  }
}

function checkValue(name: IssueRuleName, value: number): void {
  const { least, most, unit } = issueRules[name];
  const isWhole = unit === 'score' || unit === 'times' || Number.isInteger(value);
  if (value < least || value > most || !isWhole)
    throw refusalAt('value', `须为${least}到${most}${isWhole ? '' : '的整数'}（${issueRuleUnits[unit].label}）`);
}
