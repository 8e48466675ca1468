import { Injectable } from '@nestjs/common';
import type { GamingSign } from '#ticket/gaming-sign';
import { unlessHeld } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { finds } from './finds';
import { readRules, type RuleRow } from './rule-rows';
import { keepFound } from './sign-rows';

const dayMs = 86_400_000;

/** Looks for signs of gaming now and then. Safe in every replica: one at a time, and looking twice finds the same. */
@Injectable()
export class SignFinder {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    maintenance: Maintenance,
  ) {
    maintenance.add(() => this.look());
  }

  /** At all signs, or at one; nothing while somebody else looks. */
  async look(only?: GamingSign): Promise<void> {
    await unlessHeld(this.database, 'gamingSigns', async () => {
      const rules = await readRules(this.database.sql);
      for (const rule of rules) if (rule.sign === (only ?? rule.sign)) await this.lookFor(rule);
    });
  }

  private async lookFor(rule: RuleRow): Promise<void> {
    const until = this.clock.now();
    const since = new Date(until.getTime() - rule.windowDays * dayMs);
    const found = await this.database.snapshot((sql) => finds[rule.sign](sql, { ...rule, since, until }));
    await this.database.transaction((sql) => keepFound(sql, rule, found, until));
  }
}
