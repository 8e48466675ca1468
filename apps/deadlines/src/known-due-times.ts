import { UnpublishedYear } from '#calendar/unpublished-year';
import type { Due } from './count-due';
import type { DueTimes } from './due-times';

/** What the telling of a ticket's clocks asks; null where there is no such time, or none that is known. */
export interface AskedDueTimes extends Pick<DueTimes, 'step' | 'promise' | 'given'> {
  after(...asked: Parameters<DueTimes['after']>): Due | null;
  withOwnLimit(...asked: Parameters<DueTimes['withOwnLimit']>): Due | null;
  warning(...asked: Parameters<DueTimes['warning']>): Date | null;
}

/**
 * Due times as far as they are known. One that falls into a year whose holidays nobody has published is left out, and
 * said by `fault`: a gas leak is not to wait for the calendar of a promise.
 */
export class KnownDueTimes implements AskedDueTimes {
  fault: UnpublishedYear | null = null;

  constructor(private readonly dueTimes: DueTimes) {}

  step = (...asked: Parameters<DueTimes['step']>): Due | null => this.known(() => this.dueTimes.step(...asked));
  promise = (...asked: Parameters<DueTimes['promise']>): Due | null =>
    this.known(() => this.dueTimes.promise(...asked));
  given = (...asked: Parameters<DueTimes['given']>): Due => this.dueTimes.given(...asked);
  anew = (...asked: Parameters<DueTimes['anew']>): Due | null => this.known(() => this.dueTimes.anew(...asked));
  after = (...asked: Parameters<DueTimes['after']>): Due | null => this.known(() => this.dueTimes.after(...asked));
  withOwnLimit = (...asked: Parameters<DueTimes['withOwnLimit']>): Due | null =>
    this.known(() => this.dueTimes.withOwnLimit(...asked));
  warning = (...asked: Parameters<DueTimes['warning']>): Date | null =>
    this.known(() => this.dueTimes.warning(...asked));

  private known<Answer>(ask: () => Answer): Answer | null {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof UnpublishedYear)) throw error;
      this.fault ??= error;
      return null;
    }
  }
}
