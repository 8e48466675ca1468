import { Controller } from '@nestjs/common';
import { reorganisationFigures, reorganisationView, type ReorganisationFigure } from '#http-api/reorganisation-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { idOrNothing } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { orders, TicketLists } from '#platform/ticket-lists';
import { answeringAfter } from './accused-alone';
import type { ReorganisationPlan } from './reorganisation-plan';
import type { Figures } from './reorganisation-preview';
import { readReorganisation, reorganisationPage, type ReorganisationRow } from './reorganisation-rows';
import { Reorganisations } from './reorganisations';
import { Reorganiser } from './reorganiser';
import { ticketsBehind } from './tickets-behind';

type View = RouteAnswer<'POST /api/reorganisations'>;

/** 机构调整: departments and areas whose place others take. */
@Controller()
export class ReorganisationController {
  constructor(
    private readonly reorganisations: Reorganisations,
    private readonly reorganiser: Reorganiser,
    private readonly database: Database,
    private readonly lists: TicketLists,
    private readonly directory: Directory,
    private readonly clock: Clock,
    renders: Renders,
  ) {
    renders.add(reorganisationView, ({ reference }) => this.one(reference));
  }

  @Handles('POST /api/reorganisations')
  async order({ query, body }: RouteInput<'POST /api/reorganisations'>, caller: Caller): Promise<View> {
    if (query.preview) return this.previewed(body, caller);
    const id = await this.reorganisations.order(body, caller);
    this.reorganiser.begin();
    return this.one(id);
  }

  @Handles('GET /api/reorganisations')
  async list({ query }: RouteInput<'GET /api/reorganisations'>): Promise<RouteAnswer<'GET /api/reorganisations'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await reorganisationPage(this.database.sql, before, query.limit + 1);
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map(viewOf), nextCursor };
  }

  @Handles('GET /api/reorganisation-tickets')
  tickets(
    { query }: RouteInput<'GET /api/reorganisation-tickets'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/reorganisation-tickets'>> {
    const { kind, figure, limit, cursor } = query;
    const [sources, heirs] = [query.from, query.heirs].map((ids) =>
      ids
        .split(',')
        .filter(Boolean)
        .map((id) => (kind === 'department' ? idOrNothing(id) : id)),
    ) as [string[], string[]];
    const asked = { kind, sources, heirs };
    const behind = ticketsBehind(figure, asked, answeringAfter(asked, this.directory));
    if (!behind) throw refusalAt('figure', '这一项不是工单');
    const { condition, values } = behind;
    return this.lists.page(caller, { conditions: [condition], values, order: orders['-registeredAt'], limit, cursor });
  }

  private async previewed(body: RouteInput<'POST /api/reorganisations'>['body'], caller: Caller): Promise<View> {
    const { plan, found } = await this.reorganisations.previewed(body);
    return {
      ...{ id: null, state: 'preview', orderedBy: caller.name, at: this.clock.now().toISOString(), endedAt: null },
      ...planTold(plan, found.figures),
      ...{ tickets: found.tickets, moved: 0, conflicts: [...found.conflicts], fingerprint: found.fingerprint },
    };
  }

  private async one(id: string): Promise<View> {
    const row = await readReorganisation(this.database.sql, id);
    if (!row) throw new NotFound('reorganisation');
    return viewOf(row);
  }
}

const viewOf = ({ id, plan, figures, state, orderedBy, at, endedAt, tickets, moved }: ReorganisationRow): View => ({
  ...{ id, state, orderedBy, at: at.toISOString(), endedAt: endedAt?.toISOString() ?? null, tickets, moved },
  ...planTold(plan, figures),
  ...{ conflicts: [], fingerprint: '' },
});

const planTold = ({ kind, from, heirs, reason }: ReorganisationPlan, figures: Figures) => ({
  ...{ kind, reason, sources: [...from] },
  heirs: heirs.map(({ heir, name, founded, categoryCodes, areaCodes }) => ({
    id: founded ? null : heir,
    name,
    categoryCodes: [...categoryCodes],
    areaCodes: [...areaCodes],
  })),
  figures: (Object.keys(reorganisationFigures) as ReorganisationFigure[])
    .filter((figure) => figures[figure])
    .map((figure) => ({ figure, ...reorganisationFigures[figure], count: figures[figure] ?? 0 })),
});
