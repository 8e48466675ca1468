import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { issueGrowth } from '#ticket/issue';
import { issueRules } from '#ticket/issue-rule';
import { recordFound } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readIssueRules } from '#store/issue-rule-rows';

/** A start tells by which formula growth is counted, and which rules hold, where they are others than before. */
@Injectable()
export class ToldIssueRules implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { name, ...formula } = issueGrowth;
    await recordFound(this.database, this.clock, 'formula', new Map([[name, formula]]));
    const rules = (await readIssueRules(this.database.sql)).map(
      (rule) => [rule.name, { version: rule.version, value: rule.value, unit: issueRules[rule.name].unit }] as const,
    );
    await recordFound(this.database, this.clock, 'issue-rule', new Map(rules));
  }
}
