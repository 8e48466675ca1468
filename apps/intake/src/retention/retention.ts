import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { service } from '#ticket/actor';
import { move } from '#ticket/move';
import type { Ticket } from '#ticket/ticket';
import { TransitionRefused } from '#ticket/transition-refused';
import { unlessHeld } from '#store/advisory-locks';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { deleteLeavingCitizens, eraseTexts, hasLeavingCitizens } from '#store/erase-texts';
import { approvedErasures, finishErasure, ticketsOfSameCitizen, type Erasure } from '#store/erasure-rows';
import { dueTickets, rulesInForce, type RetentionKind, type RetentionRule } from '#store/retention-rows';
import type { Sql } from '#store/sql';
import { TicketStore } from '#store/ticket-store';
import { forgetCall } from '../calls/call-rows';
import { Maintenance } from '#platform/maintenance';
import { RetentionRounds } from './retention-rounds';

const retention = service('retention');

const batch = 200;

/** In this order: what is archived today is due for erasing when its own time has come. */
const kinds = ['archive', 'erase'] as const satisfies readonly RetentionKind[];

/** Archives and erases what the approved rules and erasures say, now and then. What breaks off is taken up the next time. */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly log = new Logger(Retention.name);

  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
    private readonly maintenance: Maintenance,
  ) {}

  onModuleInit(): void {
    this.maintenance.add(() => this.run());
  }

  /** One replica does it; the others leave it to that one. */
  run(): Promise<void> {
    return unlessHeld(this.database, 'retention', async () => {
      const beganAt = this.clock.now();
      await this.work();
      await new RetentionRounds(this.database).note(beganAt, this.clock.now());
    });
  }

  private async work(): Promise<void> {
    const rules = await rulesInForce(this.database.sql);
    for (const kind of kinds)
      for (const rule of rules.filter((each) => each.kind === kind)) await this.applyRule(rule, rules);
    for (const erasure of await approvedErasures(this.database.sql)) await this.forget(erasure);
    while (await hasLeavingCitizens(this.database.sql)) await this.database.transaction(deleteLeavingCitizens);
  }

  /** What was done is told also when it breaks off. */
  private async applyRule(rule: RetentionRule, rules: readonly RetentionRule[]): Promise<void> {
    const at = this.clock.now();
    let [done, last] = [0, batch];
    try {
      for (; last > 0; done += last) {
        last = await this.take(rule.kind, await this.due(rule, rules, at));
        if (last > 0) this.log.log(`${rule.kind}: ${done + last} tickets`);
      }
    } finally {
      if (done > 0) await this.tell(rule.id, { kind: rule.kind, tickets: done });
    }
  }

  /** Answers how many were done. One that somebody has moved on meanwhile is left to the next run. */
  private async take(kind: RetentionKind, ids: readonly string[]): Promise<number> {
    let refused = 0;
    for (const id of ids) {
      await this.steps[kind](id).catch((error: unknown) => {
        if (!(error instanceof TransitionRefused)) throw error;
        refused += 1;
      });
    }
    return ids.length - refused;
  }

  private due(rule: RetentionRule, rules: readonly RetentionRule[], at: Date): Promise<string[]> {
    return dueTickets(this.database.lists, rule, { rules, at, limit: batch });
  }

  private readonly steps: Readonly<Record<RetentionKind, (id: string) => Promise<Ticket>>> = {
    archive: (id) =>
      this.store.move(id, retention, (ticket, context) =>
        ticket.archivedAt ? null : move(ticket, 'archive', {}, context),
      ),
    erase: (id) =>
      this.store.moveWith(id, retention, async (ticket, context, sql: Sql) => {
        if (ticket.erasedAt) return null;
        const erased = move(ticket, 'erase', {}, context);
        await eraseTexts(sql, ticket.id);
        if (ticket.callId) await forgetCall(sql, ticket.callId);
        return erased;
      }),
  };

  /** All tickets of a citizen. While one of them is not over, or was moved on just now, the erasure waits. */
  private async forget({ id: erasureId, ticketId }: Erasure): Promise<void> {
    const tickets = await ticketsOfSameCitizen(this.database.sql, ticketId);
    if (tickets.some(({ over }) => !over)) return;
    const ids = tickets.map(({ id }) => id);
    for (const kind of kinds) await this.take(kind, ids);
    await this.administration.write({ id: 'system' }, async (sql, at) => {
      const left = await ticketsOfSameCitizen(sql, ticketId);
      if (left.length > 0) return [];
      await finishErasure(sql, erasureId, at, tickets.length);
      const after = { tickets: tickets.map(({ number }) => number) };
      return { subject: 'erasure', subjectId: erasureId, action: 'carryOut', before: null, after };
    });
  }

  private tell(subjectId: string, after: object): Promise<void> {
    return this.administration.write({ id: 'system' }, () =>
      Promise.resolve({ subject: 'retention-rule', subjectId, action: 'carryOut', before: null, after }),
    );
  }
}
