import { Inject, Injectable } from '@nestjs/common';
import { service } from '#ticket/actor';
import { move } from '#ticket/move';
import type { Ticket } from '#ticket/ticket';
import type { AdminChange } from '#store/admin-chain';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { keepSucceeded, type Succeeded } from '#store/succeeded-rows';
import { TicketStore } from '#store/ticket-store';
import { Directory } from '#platform/directory';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { successionOf } from './reorganisation-plan';
import {
  cutParts,
  endPart,
  endReorganisation,
  nextPart,
  readReorganisation,
  runningReorganisations,
  takePart,
  type ReorganisationRow,
} from './reorganisation-rows';
import { reorganisationTold } from './reorganisations';

/** Longer than any process remembers a directory by which it dispatches to what ended meanwhile. */
const heardByAllMs = 10_000;
const self = service('routing');

/** Takes open work to the heirs, part by part, each in one transaction; processes share the parts, and any may die in the middle. */
@Injectable()
export class Reorganiser extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly store: TicketStore,
    private readonly directory: Directory,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('moving work to who takes its place', settings.recomputeSeconds * 1_000);
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  /** Somebody ordered one. */
  begin(): void {
    this.lookNow();
  }

  /** Does everything that is to be done now, with whoever else is at it. */
  async run(): Promise<void> {
    for (const each of await runningReorganisations(this.database.sql)) {
      await this.moveParts(each);
      if (!this.isEnding) await this.finish(each);
    }
  }

  private async moveParts(each: ReorganisationRow): Promise<void> {
    for (let goesOn = true; goesOn && !this.isEnding;) goesOn = await this.movePart(each);
  }

  /** Moves the first part that is not done, if there is one. */
  async movePart({ id, plan }: ReorganisationRow): Promise<boolean> {
    const next = await nextPart(this.database.sql, id);
    if (!next) return false;
    await this.store.moveTogether(next.ticketIds, self, async (sql, moveOne) => {
      if (!(await takePart(sql, id, next.part))) return;
      const was: Succeeded[] = [];
      for (const ticketId of next.ticketIds)
        await moveOne(ticketId, (ticket, context) => {
          const succession = ticket.archivedAt ? null : successionOf(plan, ticket, this.directory.matterOf(ticket));
          if (!succession) return null;
          was.push(...wasOf(ticket, succession, context.at));
          return move(ticket, 'succeed', { reorganisationId: id, ...succession }, context);
        });
      await keepSucceeded(sql, id, was);
      await endPart(sql, id, next.part, new Set(was.map(({ ticketId }) => ticketId)).size);
    });
    return true;
  }

  /** Once every process has heard of it: what was dispatched meanwhile follows, and when nothing is left it is done. */
  private async finish({ id, by, at }: ReorganisationRow): Promise<void> {
    const heardAt = new Date(at.getTime() + heardByAllMs);
    await this.administration.write({ id: by }, (sql, now) =>
      now < heardAt ? Promise.resolve([]) : finished(sql, id, now),
    );
  }
}

type Succession = NonNullable<ReturnType<typeof successionOf>>;

/** Whose its parts were, and where it lay. */
function wasOf(ticket: Ticket, { parts = [], areaCode }: Succession, at: Date): Succeeded[] {
  const { id: ticketId } = ticket;
  const held = parts.flatMap(({ assignmentId: key }): Succeeded[] => {
    const part = ticket.assignments.find(({ id }) => id === key);
    return part ? [{ ticketId, at, kind: 'part', key, was: part.departmentId }] : [];
  });
  return areaCode === undefined ? held : [...held, { ticketId, at, kind: 'area', key: '', was: ticket.areaCode ?? '' }];
}

/** Nothing when another process has ended it, or there is more to move. */
async function finished(sql: Sql, id: string, at: Date): Promise<AdminChange[]> {
  const row = await readReorganisation(sql, id);
  if (row?.state !== 'running' || (await nextPart(sql, id)) || (await cutParts(sql, row)) > 0) return [];
  if (!(await endReorganisation(sql, id, at))) return [];
  const after = { ...reorganisationTold(row.plan), tickets: row.tickets, moved: row.moved };
  return [{ subject: 'reorganisation', subjectId: id, action: 'carryOut', before: null, after }];
}
