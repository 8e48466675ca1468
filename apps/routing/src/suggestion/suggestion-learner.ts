import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { suggestionKinds, type SuggestionKind } from '#http-api/suggestion-shapes';
import { unlessHeld } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Maintenance } from '#platform/maintenance';
import { RESOURCES, type Resources } from '#platform/resources';
import { Turns } from '#platform/turns';
import { learnSuggestions, type Trained } from './learn-suggestions';
import { SuggestionModels } from './suggestion-models';
import { TrainingProcess, type Learning } from './training-process';

const hourMs = 3_600_000;

/** Learns anew every so many hours. Safe in every replica: one at a time, and none before its time. */
@Injectable()
export class SuggestionLearner implements BeforeApplicationShutdown {
  private readonly training = new TrainingProcess();
  private readonly turns = new Turns(new Logger(SuggestionLearner.name), 'learning suggestions', () => this.learn());

  constructor(
    private readonly database: Database,
    private readonly models: SuggestionModels,
    private readonly clock: Clock,
    @Inject(RESOURCES) private readonly resources: Resources,
    maintenance: Maintenance,
  ) {
    // What else is to be done hourly does not wait for it.
    maintenance.add(() => {
      this.turns.take();
      return Promise.resolve();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.training.stop();
    await this.turns.end();
  }

  async learn(): Promise<void> {
    await unlessHeld(this.database, 'suggestions', async () => {
      for (const kind of Object.keys(suggestionKinds) as SuggestionKind[]) await this.learnKind(kind);
    });
  }

  private async learnKind(kind: SuggestionKind): Promise<void> {
    const now = this.clock.now();
    const { settings } = this.resources;
    const newest = await this.models.newest(kind);
    if (newest && now.getTime() - newest.trainedAt.getTime() < settings.trainHours * hourMs) return;
    const trained = await this.train({ kind, now, targetPrecision: settings.suggestionRightPercent / 100 });
    if (trained) await this.models.keep(kind, trained, now);
  }

  /** What runs from its sources, as tests do, has no compiled program and learns by itself. */
  private train(asked: Learning): Promise<Trained | null> {
    if (__filename.endsWith('.ts')) return learnSuggestions(this.database.sql, asked);
    return this.training.run({ ...asked, databaseUrl: this.resources.databaseUrl });
  }
}
