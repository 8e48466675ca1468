import { Injectable } from '@nestjs/common';
import { shanghaiIso } from '#calendar/shanghai-time';
import { move, refuseOutOfPlace } from '#ticket/move';
import { partOf, type Ticket } from '#ticket/ticket';
import type { RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { extensionRow, extensionsOf } from '#store/extension-rows';
import type { Sql } from '#store/sql';
import { TicketStore } from '#store/ticket-store';
import type { Caller } from '#platform/caller';
import { ticketOfPart } from '#platform/find-part';
import { Refusal, refusalAt } from '#platform/problems';
import { TicketAttachments } from '#platform/ticket-attachments';
import { DeadlineRules } from '../deadline-rules';
import { extensionRuleOf, type ExtensionRule } from './extension-rule';
import { readExtensionRules } from './extension-rule-rows';

type Asked = RouteInput<'POST /api/assignments/:id/request-extension'>['body'];

interface PartClock {
  [column: string]: unknown;
  kind: 'finish' | 'rework';
  dueAt: Date;
}

/** What a department may ask for: rules say how often, how much, and who decides. */
@Injectable()
export class ExtensionRequests {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly rules: DeadlineRules,
    private readonly attachments: TicketAttachments,
  ) {}

  /** Asks for more time for a part; answers the request's id. */
  async ask(assignmentId: string, asked: Asked, caller: Caller): Promise<string> {
    const { sql } = this.database;
    const ticketId = await ticketOfPart(sql, assignmentId, caller);
    let extensionId = '';
    await this.store.moveWith(ticketId, caller, async (ticket, context, held) => {
      refuseOutOfPlace(ticket, 'requestExtension');
      const clock = await clockOf(held, ticket.id, assignmentId);
      extensionId = context.newId();
      const { reason, basis, attachmentIds = [] } = asked;
      const input = { extensionId, assignmentId, ...clock, until: new Date(asked.until), reason, basis, attachmentIds };
      const moved = move(ticket, 'requestExtension', input, context);
      const rule = await this.ruleFor(held, ticket, assignmentId);
      await this.attachments.check(ticket, attachmentIds, caller);
      const departmentId = partOf(ticket, input)?.departmentId ?? '';
      await this.checkLength(rule, { dueAt: clock.dueAt, departmentId }, input.until);
      const by = { departmentId, approver: rule.approver, by: caller.id, at: context.at };
      return {
        ...moved,
        rows: { 'ticket.extension': [extensionRow(ticket.id, { ...input, ...by })] },
        reference: extensionId,
      };
    });
    return extensionId;
  }

  private async ruleFor(sql: Sql, ticket: Ticket, assignmentId: string): Promise<ExtensionRule> {
    const { given, pending } = await extensionsOf(sql, { ticketId: ticket.id, assignmentId });
    if (pending) throw new Refusal('conflict', '已有延期申请待审批');
    const rules = await readExtensionRules(sql);
    const rule = extensionRuleOf(rules, ticket, given + 1);
    if (rule) return rule;
    throw new Refusal('conflict', given === 0 ? '此类工单不能延期' : `此类工单只能延期${given}次，不能再延期`);
  }

  private async checkLength(
    rule: ExtensionRule,
    { dueAt, departmentId }: { dueAt: Date; departmentId: string },
    until: Date,
  ): Promise<void> {
    const latest = (await this.rules.inForce()).dueTimes.later(dueAt, rule, departmentId);
    if (until <= latest) return;
    throw refusalAt('until', `延期不能超过${shanghaiIso(latest).slice(0, 16).replace('T', ' ')}`);
  }
}

/** The running clock by which a part is to be answered. */
async function clockOf(sql: Sql, ticketId: string, assignmentId: string): Promise<PartClock> {
  const clock = await sql.about(ticketId).one<PartClock>(
    `SELECT kind, due_at AS "dueAt" FROM ticket.clock
     WHERE ticket_id = $1 AND assignment_id = $2 AND kind IN ('finish', 'rework') AND state = 'running'`,
    [ticketId, assignmentId],
  );
  if (!clock) throw new Refusal('conflict', '本单位没有正在计时的办理时限');
  return clock;
}
