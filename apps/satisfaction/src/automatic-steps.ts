import { Controller } from '@nestjs/common';
import { service } from '#ticket/actor';
import { callbackAttemptsAllowed } from '#ticket/callback-outcome';
import type { TicketEvent } from '#ticket/event';
import { move } from '#ticket/move';
import { judgeRatings } from '#store/judge-ratings';
import { TicketStore } from '#store/ticket-store';
import { On } from '#queue/on';
import { Directory } from '#platform/directory';
import { judged } from './callback-controller';
import { Policy } from './policy';
import { approvesItself, isApprovedItself } from './reviews/approves-itself';
import { drawSample } from './reviews/review-samples';

const satisfaction = service('satisfaction');

/** The steps of review and callback that nobody has to take: each decides from what it finds under the lock. */
@Controller()
export class AutomaticSteps {
  constructor(
    private readonly store: TicketStore,
    private readonly directory: Directory,
    private readonly policy: Policy,
  ) {}

  /** Replies of categories that the administrator trusts are approved without a reviewer; some are drawn to be looked at. */
  @On('satisfaction', ['ticket.replied', 'ticket.reply-corrected'], { waits: approvesItself })
  async approve({ ticketId }: TicketEvent): Promise<void> {
    const anyTrusted = [...this.directory.categories.values()].some(({ autoApprove }) => autoApprove);
    if (!anyTrusted) return;
    await this.store.moveWith(ticketId, satisfaction, async (ticket, context, sql) => {
      if (!(await isApprovedItself(sql, ticketId))) return null;
      await drawSample(sql, ticket, context);
      return move(ticket, 'approve', {}, context);
    });
  }

  /** The attempts are used up without an answer: closed, and told as unrated, never as satisfied. */
  @On('satisfaction', ['ticket.callback-attempted'], {
    waits: `t.state = 'callback' AND NOT t.judgement_due AND t.callback_attempts >= ${callbackAttemptsAllowed}`,
  })
  async closeUnrated({ ticketId }: TicketEvent): Promise<void> {
    await this.store.move(ticketId, satisfaction, (ticket, context) => {
      const used = ticket.callbackAttempts >= callbackAttemptsAllowed;
      const open = ticket.state === 'callback' && !ticket.judgementDue;
      return open && used ? move(ticket, 'closeUnrated', {}, context) : null;
    });
  }

  /** Where the policy judges every bad rating reasonable by itself. */
  @On('satisfaction', ['ticket.rated'], {
    waits: 't.judgement_due AND EXISTS (SELECT 1 FROM satisfaction.policy p WHERE p.judges_by_itself)',
  })
  async judge({ ticketId }: TicketEvent): Promise<void> {
    if (!(await this.policy.judgesByItself())) return;
    await this.store.moveWith(ticketId, satisfaction, async (ticket, context, sql) => {
      if (!ticket.judgementDue) return null;
      await judgeRatings(sql, ticket.id, ticket.round, true);
      const verdict = { reasonable: true, reason: '按设置自动认定', leadId: this.directory.leadAgain(ticket) };
      return judged(ticket, verdict, context);
    });
  }
}
