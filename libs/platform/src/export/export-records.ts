import { Injectable, Logger } from '@nestjs/common';
import { shanghaiText } from '#http-api/list-columns';
import type { Route } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import type { Caller } from '../caller';
import { Directory } from '../directory';
import { LookWatch } from '../look-watch';
import type { Whole } from './list-export';
import type { ListWalk } from './list-walk';
import { shownTickets } from './shown-tickets';

/** Somebody takes a list out. */
export interface Taking extends Whole {
  readonly caller: Caller;
  readonly params: object;
}

/** Two people of one name are told apart by the end of their ids. */
const idTail = 6;

/** Who took what out of the house: each ticket is a look of theirs, the whole an administrative event. */
@Injectable()
export class ExportRecords {
  private readonly log = new Logger('export');

  constructor(
    private readonly watch: LookWatch,
    private readonly administration: Administration,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** 2026-10-08 18:00:05 */
  now(): string {
    return shanghaiText(this.clock.now().toISOString());
  }

  /** The pages, each recorded before it leaves; and at the end, or when whoever reads them goes away, how many left. */
  async *recorded(taking: Taking, walk: ListWalk): AsyncGenerator<readonly unknown[]> {
    const { route, params, caller } = taking;
    try {
      for await (const items of walk.pages()) {
        await this.watch.looked('export', shownTickets(route, params, items), caller);
        yield items;
      }
    } finally {
      await this.end(taking, walk);
    }
  }

  /** One ticket leaves as a document, and is a look like any other. Answers what stands on each of its pages. */
  async printed(ticketId: string, caller: Caller): Promise<string> {
    await this.watch.looked('export', [ticketId], caller);
    await this.watch.afterLook('export', caller);
    return `打印人：${this.who(caller)}，打印时间：${this.now()}`;
  }

  /** Stands in the file below its rows. */
  watermark({ caller }: Taking, { rows, isCut }: ListWalk): string {
    const cut = isCut ? `；已达单次导出上限，仅导出前${rows}条，请缩小范围后分次导出` : '';
    return `${this.mark(caller)}，共${rows}条${cut}`;
  }

  /** Who takes something out of the house, and when. */
  mark(caller: Caller): string {
    return `导出人：${this.who(caller)}，导出时间：${this.now()}`;
  }

  private who({ id, name, departmentId }: Caller): string {
    const department = departmentId === null ? '热线' : this.directory.departmentName(departmentId);
    return `${name} ${id.slice(-idTail)}（${department}）`;
  }

  /** What was searched for is not told: it may name somebody. */
  private async end({ route, format, params, caller }: Taking, { rows, isCut }: ListWalk): Promise<void> {
    const ticketId = route.includes('/api/tickets/:id/') ? (params as { id: string }).id : undefined;
    await this.watch.afterLook('export', caller);
    await this.tookOut(route, caller, { list: route, format, rows, isCut, ...(ticketId && { ticketId }) });
  }

  /** Tells administrators what left. */
  async tookOut(route: Route, caller: Caller, after: object): Promise<void> {
    await this.administration
      .write({ id: caller.id }, () =>
        Promise.resolve({ subject: 'export', subjectId: route, action: 'takeOut', before: null, after }),
      )
      .catch((error: unknown) => this.log.error(error));
  }
}
