import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import {
  addRetentionRule,
  approveRetentionRule,
  endRetentionRule,
  ruleSelect,
  type RetentionRule,
} from '#store/retention-rows';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { AdminAction } from '#ticket/admin-event';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';

type NewRule = RouteInput<'POST /api/retention-rules'>['body'];
export type RuleView = RouteAnswer<'POST /api/retention-rules'>;

type NamedRule = RetentionRule & { proposer: string; approver: string | null };

const named = `SELECT r.*, p.name AS proposer, a.name AS approver FROM (${ruleSelect}) r
  JOIN ticket.account p ON p.id = r."proposedBy" LEFT JOIN ticket.account a ON a.id = r."approvedBy"`;

/** Rules on how long things are kept: one person proposes, another approves, and both are named. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  async page(before: string | null, limit: number): Promise<RuleView[]> {
    const rows = await this.database.sql.query<NamedRule>(
      `${named} WHERE ($1::uuid IS NULL OR r.id < $1) ORDER BY r.id DESC LIMIT $2`,
      [before, limit],
    );
    return rows.map(viewOf);
  }

  /** @throws NotFound */
  async one(id: string): Promise<RuleView> {
    return viewOf(await found(this.database.sql, id));
  }

  async propose(rule: NewRule, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql, at) => {
        await addRetentionRule(sql, { ...rule, id, type: rule.type ?? null, proposedBy: caller.id, proposedAt: at });
        return changeOf('create', id, null, await found(sql, id));
      },
      id,
    );
    return id;
  }

  /** @throws Refusal for one's own proposal, or one that is not waiting */
  async approve(id: string, caller: Caller): Promise<void> {
    await this.change(id, 'approve', caller, async (sql, rule, at) => {
      if (rule.endedAt || rule.approvedAt) throw new Refusal('conflict', '这条规则已有处理结果，请刷新');
      if (rule.proposedBy === caller.id) throw new Refusal('forbidden', '本人提出的规则须由他人批准');
      await approveRetentionRule(sql, rule, caller.id, at);
    });
  }

  async end(id: string, caller: Caller): Promise<void> {
    await this.change(id, 'end', caller, async (sql, rule, at) => {
      if (rule.endedAt) throw new Refusal('conflict', '这条规则已经停用');
      await endRetentionRule(sql, id, at);
    });
  }

  private async change(
    id: string,
    action: AdminAction,
    caller: Caller,
    work: (sql: Sql, rule: NamedRule, at: Date) => Promise<void>,
  ): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await found(sql, id);
        await work(sql, before, at);
        return changeOf(action, id, before, await found(sql, id));
      },
      id,
    );
  }
}

const changeOf = (action: AdminAction, subjectId: string, before: object | null, after: object) =>
  ({ subject: 'retention-rule', subjectId, action, before, after }) as const;

async function found(sql: Sql, id: string): Promise<NamedRule> {
  const row = isUuid(id) ? await sql.one<NamedRule>(`${named} WHERE r.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('retention rule');
  return row;
}

const viewOf = (row: NamedRule): RuleView => ({
  id: row.id,
  kind: row.kind,
  type: row.type,
  days: row.days,
  basis: row.basis,
  state: row.endedAt ? 'ended' : row.approvedAt ? 'in-force' : 'proposed',
  proposedBy: { id: row.proposedBy, name: row.proposer },
  proposedAt: row.proposedAt.toISOString(),
  approvedBy: row.approvedBy === null ? null : { id: row.approvedBy, name: row.approver ?? '' },
  approvedAt: row.approvedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});
