import { Injectable } from '@nestjs/common';
import { shanghaiIso } from '#calendar/shanghai-time';
import { extensionMoves } from '#ticket/extension-moves';
import { move, refuseOutOfPlace } from '#ticket/move';
import type { RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { extensionRow } from '#store/extension-rows';
import { TicketStore } from '#store/ticket-store';
import { askSignature } from '#platform/ask-signature';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { ticketOfPart } from '#platform/find-part';
import { Refusal, refusalAt } from '#platform/problems';
import { TicketAttachments } from '#platform/ticket-attachments';
import { DeadlineRules } from '../deadline-rules';
import { extensionStanding } from './extension-standing';

type Asked = RouteInput<'POST /api/assignments/:id/request-extension'>['body'];

/** A department asks for more time, within what the rules give. */
@Injectable()
export class ExtensionRequests {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly rules: DeadlineRules,
    private readonly attachments: TicketAttachments,
    private readonly directory: Directory,
  ) {}

  /** Asks for more time for a part; answers the request's id. */
  async ask(assignmentId: string, asked: Asked, caller: Caller): Promise<string> {
    const { sql } = this.database;
    const ticketId = await ticketOfPart(sql, assignmentId, caller);
    let extensionId = '';
    await this.store.moveWith(ticketId, caller, async (ticket, context, held) => {
      const { part, clock, rule, given, refused } = await extensionStanding(held, ticket, assignmentId);
      const name = extensionMoves[part?.role ?? 'lead'].ask;
      refuseOutOfPlace(ticket, name);
      if (!part || !clock || !rule || refused !== null) throw new Refusal('conflict', refused ?? '');
      extensionId = context.newId();
      const { reason, basis, attachmentIds = [] } = asked;
      const input = { extensionId, assignmentId, ...clock, until: new Date(asked.until), reason, basis, attachmentIds };
      const moved = move(ticket, name, input, context);
      checkLength(input.until, (await this.rules.inForce()).dueTimes.later(clock.dueAt, rule, part.departmentId));
      await this.attachments.check(ticket, attachmentIds, caller);
      const { approver } = rule;
      if (this.directory.signsOff(part, 'extension')) {
        const kept = { ...clock, role: part.role, approver, givenBefore: given };
        const sent = { assignmentId, until: input.until, reason, basis, attachmentIds };
        const put = { kind: 'extension', id: extensionId, input: sent, kept } as const;
        return { ...(await askSignature(held, ticket, context, put)), reference: extensionId };
      }
      const by = { departmentId: part.departmentId, approver, by: caller.id, at: context.at };
      return {
        ...moved,
        rows: { 'ticket.extension': [extensionRow(ticket.id, { ...input, ...by })] },
        reference: extensionId,
      };
    });
    return extensionId;
  }
}

/** @throws Refusal for more time than a rule gives */
function checkLength(until: Date, latest: Date): void {
  if (until <= latest) return;
  throw refusalAt('until', `延期不能超过${shanghaiIso(latest).slice(0, 16).replace('T', ' ')}`);
}
