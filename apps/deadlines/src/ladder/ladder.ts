import type { Calendar } from '#calendar/calendar';
import { dueAt } from '#calendar/limit';
import { UnpublishedYear } from '#calendar/unpublished-year';
import { clockHolder } from '#ticket/clock-holder';
import type { ClockKind } from '#ticket/clock-kind';
import { rungNames } from '#ticket/rung';
import type { Urgency } from '#ticket/urgency';
import type { RungTime } from '#store/clock-rows';
import { monthStart } from '#store/partitions';
import type { LadderRow } from './ladder-row';

/** What of a clock decides when its rungs come. */
export interface ClimbedClock {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  readonly yellowAt: Date | null;
  readonly dueAt: Date;
}

/** The ladder in force: which rungs a clock climbs, and when. */
export class Ladder {
  private readonly rows = new Map<string, LadderRow[]>();

  constructor(
    rows: readonly LadderRow[],
    private readonly calendar: Calendar,
  ) {
    const inOrder = rows.toSorted((left, right) => place(left) - place(right));
    for (const row of inOrder.filter(({ isOn }) => isOn)) {
      const key = `${row.ladder}/${row.urgency}`;
      this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
    }
  }

  /**
   * The rungs of a clock in the order in which they come. One that falls into a year whose holidays nobody has published
   * is left out with those that are counted from it: it is added when the year is, before it comes.
   */
  rungsOf(clock: ClimbedClock, urgency: Urgency): RungTime[] {
    const ladder = clockHolder(clock.kind)?.ladder;
    const times: (RungTime & { readonly instant: Date })[] = [];
    for (const row of this.rows.get(`${ladder}/${urgency}`) ?? []) {
      const instant = this.instantOf(row, clock, times.at(-1)?.instant ?? null);
      if (instant && instant >= row.validFrom)
        times.push({ instant, rung: row.rung, at: instant.toISOString(), row: row.id });
    }
    return times
      .sort((left, right) => left.instant.getTime() - right.instant.getTime())
      .map(({ rung, at, row }) => ({ rung, at, row }));
  }

  private instantOf(row: LadderRow, clock: ClimbedClock, before: Date | null): Date | null {
    const anchors = { start: clock.startedAt, yellow: clock.yellowAt, due: clock.dueAt, before };
    const from = anchors[row.anchor];
    if (!from) return null;
    try {
      return this.after(from, row);
    } catch (error) {
      if (!(error instanceof UnpublishedYear)) throw error;
      return null;
    }
  }

  private after(from: Date, { amount, unit }: LadderRow): Date {
    if (unit !== 'months') return dueAt(this.calendar, from, { amount, unit });
    // When the office opens on the first working day of that month.
    return this.calendar.openingBefore(this.calendar.closingAfter(new Date(monthStart(from, amount).getTime() - 1), 1));
  }
}

/** Rungs stand in the table in the order of the ladder. */
const place = ({ rung }: LadderRow): number => rungNames.indexOf(rung);
