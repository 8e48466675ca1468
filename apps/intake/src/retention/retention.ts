import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { service } from '#ticket/actor';
import { move } from '#ticket/move';
import type { Ticket } from '#ticket/ticket';
import { unlessHeld } from '#store/advisory-locks';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { deleteLeavingCitizens, eraseTexts, hasLeavingCitizens } from '#store/erase-texts';
import { approvedErasures, finishErasure, ticketsOfCitizen, type Erasure } from '#store/erasure-rows';
import { dueTickets, rulesInForce, type RetentionKind, type RetentionRule } from '#store/retention-rows';
import type { Sql } from '#store/sql';
import { TicketStore } from '#store/ticket-store';
import { Maintenance } from '#platform/maintenance';

const retention = service('retention');

const batch = 200;

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
    return unlessHeld(this.database, 'retention', () => this.work());
  }

  private async work(): Promise<void> {
    const rules = await rulesInForce(this.database.sql);
    // What is archived today is due for erasing when its own time has come.
    for (const rule of [...rules].sort((one, other) => one.kind.localeCompare(other.kind)))
      await this.applyRule(rule, rules);
    for (const erasure of await approvedErasures(this.database.sql)) await this.forget(erasure);
    while (await hasLeavingCitizens(this.database.sql)) await this.database.transaction(deleteLeavingCitizens);
  }

  private async applyRule(rule: RetentionRule, rules: readonly RetentionRule[]): Promise<void> {
    const at = this.clock.now();
    let [done, due] = [0, await this.due(rule, rules, at)];
    for (; due.length > 0; due = await this.due(rule, rules, at)) {
      for (const id of due) await this.steps[rule.kind](id);
      done += due.length;
      this.log.log(`${rule.kind}: ${done} tickets`);
    }
    if (done > 0) await this.tell('retention-rule', rule.id, { kind: rule.kind, tickets: done });
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
        await eraseTexts(sql, ticket);
        return erased;
      }),
  };

  /** All tickets of a citizen. One that was opened meanwhile keeps the erasure waiting. */
  private async forget(erasure: Erasure): Promise<void> {
    const tickets = await ticketsOfCitizen(this.database.sql, erasure.citizenId);
    if (tickets.some(({ open }) => open)) return;
    for (const { id } of tickets) {
      await this.steps.archive(id);
      await this.steps.erase(id);
    }
    await this.administration.write({ id: 'system' }, async (sql, at) => {
      await finishErasure(sql, erasure.id, at, tickets.length);
      const after = { tickets: tickets.map(({ number }) => number) };
      return { subject: 'erasure', subjectId: erasure.id, action: 'carryOut', before: null, after };
    });
  }

  private tell(subject: 'retention-rule', subjectId: string, after: object): Promise<void> {
    return this.administration.write({ id: 'system' }, () =>
      Promise.resolve({ subject, subjectId, action: 'carryOut', before: null, after }),
    );
  }
}
