import { Inject, Injectable } from '@nestjs/common';
import { suggestionKinds, type SuggestionKind } from '#http-api/suggestion-shapes';
import { unlessHeld } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { RESOURCES, type Resources } from '#platform/resources';
import { SuggestionModels } from './suggestion-models';
import { trainBeside } from './train-beside';

const hourMs = 3_600_000;

/** Learns anew every so many hours. Safe in every replica: one at a time, and none before its time. */
@Injectable()
export class SuggestionLearner {
  constructor(
    private readonly database: Database,
    private readonly models: SuggestionModels,
    private readonly clock: Clock,
    @Inject(RESOURCES) private readonly resources: Resources,
    maintenance: Maintenance,
  ) {
    maintenance.add(() => this.learn());
  }

  async learn(): Promise<void> {
    await unlessHeld(this.database, 'suggestions', async () => {
      for (const kind of Object.keys(suggestionKinds) as SuggestionKind[]) await this.learnKind(kind);
    });
  }

  private async learnKind(kind: SuggestionKind): Promise<void> {
    const now = this.clock.now();
    const { databaseUrl, settings } = this.resources;
    const newest = await this.models.newest(kind);
    if (newest && now.getTime() - newest.trainedAt.getTime() < settings.trainHours * hourMs) return;
    const trained = await trainBeside(this.database, { databaseUrl, kind, now });
    if (trained) await this.models.keep(kind, trained, now);
  }
}
