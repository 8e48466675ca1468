import { Injectable } from '@nestjs/common';
import { missingYears } from '#calendar/missing-years';
import { shanghaiDate } from '#calendar/shanghai-time';
import { Clock } from '#store/clock-now';
import { Gauges } from '#platform/gauges';
import { DeadlineRules } from './deadline-rules';

/** Tells months ahead that a year has no notice yet, before due times reach into it. */
@Injectable()
export class CalendarWatch {
  constructor(
    private readonly rules: DeadlineRules,
    private readonly clock: Clock,
    gauges: Gauges,
  ) {
    gauges.add(
      'hotline_calendar_years_missing',
      'Years without a published notice of holidays that due times need soon',
      async () => (await this.missing()).length,
    );
  }

  /** Years that are to be published soon. */
  async missing(): Promise<number[]> {
    const years = await this.rules.years();
    const published = years.filter((each) => each.published).map(({ year }) => year);
    return missingYears(published, shanghaiDate(this.clock.now()));
  }
}
