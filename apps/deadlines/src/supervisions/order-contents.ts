import { Inject, Injectable } from '@nestjs/common';
import { UnpublishedYear } from '#calendar/unpublished-year';
import { shanghaiDate } from '#store/shanghai-date';
import type { Sql } from '#store/sql';
import type { SupervisionColumns } from '#store/supervision-rows';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { CopySources } from '#platform/documents/copy-source';
import { withoutIdentity } from '#platform/documents/refuse-identity';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { TicketClass } from '../due-times';
import { DeadlineRules } from '../deadline-rules';
import type { PrintedSupervision } from './printed-supervision';

/** What an order would say on paper, had it a number and been signed. */
export type OrderContents = Omit<PrintedSupervision, 'number' | 'signedBy'>;

/** An order, and the class of its ticket. */
interface Ordered {
  readonly order: SupervisionColumns;
  readonly ticket: TicketClass;
}

/** What stands in an order on paper: its own words, and the ticket without who asked. */
@Injectable()
export class OrderContentsReading {
  constructor(
    private readonly sources: CopySources,
    private readonly directory: Directory,
    private readonly rules: DeadlineRules,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param at when it is signed @throws NotFound outside the caller's scope */
  async read(
    sql: Sql,
    { order, ticket }: Ordered,
    { caller, at }: { caller: Caller; at: Date },
  ): Promise<OrderContents> {
    const { facts, said, citizen } = await this.sources.read(sql, order.ticket_id, caller);
    const answerBy = order.due_at ?? (await this.byLimit(ticket, at));
    return {
      level: order.level,
      cause: order.cause,
      requirement: order.requirement ?? '',
      instruction: order.instruction,
      mainTo: this.directory.departmentName(order.department_id),
      copyTo: order.copy_to,
      ticket: {
        number: facts.ticketNumber,
        title: withoutIdentity(said.title, [citizen]),
        registeredOn: facts.registeredOn,
      },
      answerBy: answerBy?.toISOString() ?? null,
      office: this.settings.officeName,
      date: shanghaiDate(at),
    };
  }

  /** As its clock will find it; null in a year whose holidays nobody has published. */
  private async byLimit(ticket: TicketClass, at: Date): Promise<Date | null> {
    try {
      return (await this.rules.inForce()).dueTimes.step('supervision', at, ticket)?.dueAt ?? null;
    } catch (error) {
      if (error instanceof UnpublishedYear) return null;
      throw error;
    }
  }
}
