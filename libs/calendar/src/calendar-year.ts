/** One day that differs from Monday–Friday, and the holiday whose notice makes it so. */
export interface CalendarDay {
  /** YYYY-MM-DD, within the row's year. */
  date: string;
  /** false: a public holiday on a weekday; true: a make-up workday (调休) on a weekend. */
  working: boolean;
  /** The holiday in Chinese, as 国庆节. */
  name: string;
}

/**
 * A year of the working calendar as a versioned row: days are worked Monday–Friday except where `days` says otherwise.
 * The notice for a year can still move the last days of the year before, which then gets a higher version.
 */
export interface CalendarYear {
  year: number;
  /** Grows with every change; of several rows for one year the highest counts. */
  version: number;
  /** Where the days come from, for people to read. */
  source: string;
  /** false: no notice is known; computing with this year throws UnpublishedYear. */
  published: boolean;
  days: CalendarDay[];
}
