import { Controller } from '@nestjs/common';
import { reconciliationView } from '#http-api/reconciliation-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import type { ChannelClient } from '#platform/channel-clients';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { differencesPage, reconciliationsPage } from './reconciliation-rows';
import { Reconciliations, viewOf, type ReconciliationView } from './reconciliations';

type Differences = 'GET /api/reconciliations/:id/differences';

/** Days compared with the systems that tickets come from. */
@Controller()
export class ReconciliationController {
  constructor(
    private readonly reconciliations: Reconciliations,
    private readonly database: Database,
    renders: Renders,
  ) {
    renders.add(reconciliationView, ({ reference }) => reconciliations.one(reference));
  }

  @Handles('POST /api/transfers/reconciliations')
  take(
    { body }: RouteInput<'POST /api/transfers/reconciliations'>,
    client: ChannelClient,
  ): Promise<ReconciliationView> {
    return this.reconciliations.take(body, client);
  }

  @Handles('GET /api/reconciliations')
  async list({ query }: RouteInput<'GET /api/reconciliations'>): Promise<RouteAnswer<'GET /api/reconciliations'>> {
    const { state, cursor, limit } = query;
    const before = readCursor(cursor, 'day', 'id');
    const asked = { differing: state === 'differing', before, limit: limit + 1 };
    const rows = await reconciliationsPage(this.database.lists, asked);
    const { shown, nextCursor } = cut(rows, limit, ({ day, id }) => [day, id]);
    return { items: shown.map(viewOf), nextCursor };
  }

  @Handles('GET /api/reconciliations/:id/differences')
  async differences({ params, query }: RouteInput<Differences>): Promise<RouteAnswer<Differences>> {
    const { id } = await this.reconciliations.one(params.id);
    const { cursor, limit } = query;
    const after = Number(readCursor(cursor, 'number')?.[0] ?? 0);
    const rows = await differencesPage(this.database.lists, { id, after, limit: limit + 1 });
    const { shown, nextCursor } = cut(rows, limit, () => [String(after + limit)]);
    return { items: shown, nextCursor };
  }

  @Handles('POST /api/reconciliations/:id/compare')
  compare({ params }: RouteInput<'POST /api/reconciliations/:id/compare'>): Promise<ReconciliationView> {
    return this.reconciliations.compare(params.id);
  }
}
