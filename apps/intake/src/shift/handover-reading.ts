import { Inject, Injectable } from '@nestjs/common';
import type { OfficialDocument } from '#documents/official-document';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { HandoverContent } from '#http-api/shift-shapes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { cut, readCursor } from '#platform/cursor';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { HandoverContents } from './handover-content';
import { handoverDocument } from './handover-document';
import { correctionsOf, handoverById, handoversPage, type Handover } from './handover-rows';

export type HandoverView = RouteAnswer<'POST /api/handovers'>;
type Summary = RouteAnswer<'GET /api/handovers'>['items'][number];

/** Hand-overs as they are read: an open one as the database is now, any other as it was. */
@Injectable()
export class HandoverReading {
  constructor(
    private readonly database: Database,
    private readonly contents: HandoverContents,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(query: RouteInput<'GET /api/handovers'>['query']): Promise<RouteAnswer<'GET /api/handovers'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const asked = { state: query.state ?? null, before, limit: query.limit + 1 };
    const { shown, nextCursor } = cut(await handoversPage(this.database.lists, asked), query.limit, ({ id }) => [id]);
    return { items: shown.map(summaryOf), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<HandoverView> {
    const { sql } = this.database;
    const handover = await handoverById(sql, id);
    const corrections = await correctionsOf(sql, id);
    return {
      ...summaryOf(handover),
      version: handover.version,
      content: await this.contentOf(handover),
      corrections: corrections.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    };
  }

  /** @throws NotFound */
  async document(id: string): Promise<OfficialDocument> {
    return handoverDocument(await this.one(id), this.settings.officeName);
  }

  private async contentOf(handover: Handover): Promise<HandoverContent> {
    return handover.content ?? this.contents.at(this.database.sql, handover, this.clock.now());
  }
}

const summaryOf = (handover: Handover): Summary => ({
  id: handover.id,
  shift: handover.shift,
  day: handover.day,
  state: handover.state,
  openedBy: handover.openedBy,
  openedAt: handover.openedAt.toISOString(),
  handedOverBy: handover.handedOverBy,
  handedOverAt: handover.handedOverAt?.toISOString() ?? null,
  acceptedBy: handover.acceptedBy,
  acceptedAt: handover.acceptedAt?.toISOString() ?? null,
  sha256: handover.sha256,
});
