import { Injectable } from '@nestjs/common';
import { riskOf, type Risk } from '#ticket/lateness';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { latestLateness, openPartsOf } from '#store/lateness-rows';
import { Remembered } from '#store/remembered';
import { Directory } from './directory';

/** An open part that may be late. */
export interface RiskyPart {
  readonly departmentId: string;
  readonly categoryCode: string | null;
  readonly dispatchedAt: Date;
  readonly dueAt: Date | null;
}

/** How old the number of parts on a desk may be. */
const rememberedDesksMs = 60_000;

/** How likely open parts are to be late, by what the newest model tells. */
@Injectable()
export class Lateness {
  private readonly latest = new Remembered(() => latestLateness(this.database.sql));
  private readonly desks = new Map<string, { readonly parts: number; readonly readAt: number }>();

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** In the same order; null for one that is not due, or is late already, and while history tells too little. */
  async risks(parts: readonly RiskyPart[]): Promise<(Risk | null)[]> {
    const latest = await this.latest.value();
    if (!latest) return parts.map(() => null);
    const now = this.clock.now().getTime();
    const open = await this.openParts(parts.map(({ departmentId }) => departmentId));
    return parts.map(({ departmentId, categoryCode, dispatchedAt, dueAt }) => {
      if (!dueAt || dueAt.getTime() <= now) return null;
      const whole = dueAt.getTime() - dispatchedAt.getTime();
      return riskOf(latest.model, {
        departmentId,
        rootCategory: this.directory.rootCategory(categoryCode),
        openParts: open.get(departmentId) ?? 0,
        usualParts: latest.usual[departmentId] ?? open.get(departmentId) ?? 0,
        elapsed: whole > 0 ? Math.max(0, (now - dispatchedAt.getTime()) / whole) : 1,
      });
    });
  }

  private async openParts(departmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const ids = [...new Set(departmentIds)];
    const old = performance.now() - rememberedDesksMs;
    const unknown = ids.filter((id) => (this.desks.get(id)?.readAt ?? -Infinity) < old);
    if (unknown.length > 0)
      for (const [id, parts] of await openPartsOf(this.database.sql, unknown))
        this.desks.set(id, { parts, readAt: performance.now() });
    return new Map(ids.map((id) => [id, this.desks.get(id)?.parts ?? 0]));
  }
}
