import type { CalendarYear } from '#calendar/calendar-year';
import type { Limit } from '#calendar/limit';
import type { Pause } from '#calendar/pause';

/** A ticket's own, earlier limit, and the line that set it. */
export interface OwnLimit {
  readonly at: Date;
  readonly dueAt: Date;
  readonly seq: number;
}

/** 单独限时: on a part that was at work when it was set, or inherited by one that began later. */
export interface OwnLimitStep extends OwnLimit {
  readonly kind: 'own-limit';
  readonly inherited: boolean;
}

/** 转下级: no later than whoever handed it on has to answer; or the date that they gave, which is no later either. */
export interface HandedOnStep {
  readonly kind: 'handed-on';
  readonly at: Date;
  readonly dueAt: Date;
  readonly given: boolean;
}

/** What moved a due time after it was counted, in the order it happened. */
export type ClockStep =
  /** 挂账: the time does not count. */
  | (Pause & { readonly kind: 'pause' })
  /** 延期: approved at an instant, until another. */
  | { readonly kind: 'extension'; readonly at: Date; readonly until: Date }
  /** What was promised to the citizen moves by as much as the department's time, which moved so. */
  | (Pause & { readonly kind: 'promise'; readonly at: Date })
  | OwnLimitStep
  | HandedOnStep
  /** 退回补正: at least so long from then on, unless the due time had passed when the reply was submitted. */
  | ({ readonly kind: 'send-back'; readonly at: Date; readonly submittedAt: Date | null } & Limit);

/** From where a due time is counted: by a limit, or to a date that somebody set. */
export type ClockBasis = (
  ({ readonly limitId: string; readonly limitVersion: number } & Limit) | { readonly given: Date }
) & {
  readonly start: Date;
  /** The row of the office hours it is counted in; absent while the house has set none. */
  readonly hours?: string;
  /** On top of the limit. */
  readonly margin?: Limit;
  /** A superior's date, and how it bounds this clock. */
  readonly upstream?: { readonly dueAt: Date; readonly bounds: 'department' | 'citizen' };
};

/** How a due time was counted: with the calendar years it names, this gives the same instant again. */
export type ClockRule = ClockBasis & {
  readonly steps: readonly ClockStep[];
  readonly calendar: readonly Pick<CalendarYear, 'year' | 'version'>[];
};

/** The unit by which a due time moves: the margin's, where there is one; a date that was set lives in natural time. */
export const unitOf = (rule: ClockBasis): Limit['unit'] => {
  if (rule.margin) return rule.margin.unit;
  return 'given' in rule ? 'hours' : rule.unit;
};
