import { Injectable } from '@nestjs/common';
import { Administration } from '#store/administration';
import { resendGivenUp, resendMessage } from '#store/message-queue';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { firstIdAt, isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';

interface Standing {
  [column: string]: unknown;
  readonly ticket: string;
  readonly kind: string;
  readonly state: string;
  readonly sending: number;
  readonly isOpen: boolean;
}

/** Somebody has messages sent anew, under other keys: whoever receives them drops what has come before. */
@Injectable()
export class MessageResending {
  constructor(private readonly administration: Administration) {}

  /** @throws NotFound; Refusal for one that is on its way already, or whose citizen was erased */
  async one(id: string, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const { isOpen, ...before } = await standing(sql, id);
        if (isOpen) throw new Refusal('conflict', '该短信还在等待发送，不必重发');
        if (!(await resendMessage(sql, id, at))) throw new Refusal('conflict', '诉求人的个人信息已删除，不能重发');
        const after = { ...before, state: 'waiting', sending: before.sending + 1 };
        return { subject: 'message', subjectId: id, action: 'resend', before, after };
      },
      id,
    );
  }

  /** Everything that became due since then and was given up. */
  async since(since: string, caller: Caller): Promise<void> {
    await this.administration.write(caller, async (sql, at) => {
      const messages = await resendGivenUp(sql, firstIdAt(new Date(since)), at);
      return { subject: 'message', subjectId: 'given-up', action: 'resend', before: null, after: { since, messages } };
    });
  }
}

/** Locked: nobody sends it meanwhile. */
async function standing(sql: Sql, id: string): Promise<Standing> {
  const row = isUuid(id)
    ? await sql.one<Standing>(
        `SELECT t.number AS ticket, m.kind, m.state, m.sending, m.next_at IS NOT NULL AS "isOpen"
         FROM ticket.message m JOIN ticket.ticket t ON t.id = m.ticket_id WHERE m.id = $1 FOR UPDATE OF m`,
        [id],
      )
    : undefined;
  if (!row) throw new NotFound('message');
  return row;
}
