import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { isUuid } from '#store/uuid-v7';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';

/** What registering needs to know besides the store. */
@Injectable()
export class TicketReading {
  constructor(
    private readonly database: Database,
    readonly directory: Directory,
    readonly clock: Clock,
  ) {}

  /** A ticket that another one names. @throws Refusal at that path */
  async checkExists(path: string, id: string): Promise<void> {
    const known =
      isUuid(id) && (await this.database.sql.about(id).one(`SELECT 1 FROM ticket.ticket WHERE id = $1`, [id]));
    if (!known) throw refusalAt(path, '没有这个工单');
  }
}
