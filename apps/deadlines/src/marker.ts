import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { MarkStore } from '#store/mark-store';
import { messageOf } from '#store/told-error';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';

/** Clocks marked in one transaction. */
const batch = 500;

/** Looks every second for clocks whose time has come. Two replicas share the work; none marks twice. */
@Injectable()
export class Marker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Marker.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;

  constructor(
    private readonly store: MarkStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.turn ??= this.markDue()
        .then(() => undefined)
        .catch((error: unknown) => this.log.warn(`marking waits: ${messageOf(error)}`))
        .finally(() => (this.turn = undefined));
    }, this.settings.markSeconds * 1_000);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** Marks everything that is due now; answers how many rungs were recorded. */
  async markDue(): Promise<number> {
    const now = this.clock.now();
    let all = 0;
    for (let marked = batch; marked >= batch;) {
      marked = await this.store.markMany(now, batch);
      all += marked;
    }
    return all;
  }
}
