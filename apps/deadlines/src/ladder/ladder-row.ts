import type { Limit } from '#calendar/limit';
import type { LadderName } from '#ticket/clock-holder';
import type { LadderAnchor, LadderAudience, LadderUnit, LadderWay } from '#ticket/ladder-terms';
import type { Rung } from '#ticket/rung';
import type { Urgency } from '#ticket/urgency';

/** What a row of the ladder says: when a rung comes, whom it reaches, and how. */
export interface LadderRule {
  readonly ladder: LadderName;
  readonly urgency: Urgency;
  readonly rung: Rung;
  readonly anchor: LadderAnchor;
  /** From the anchor on, 0 or more; months whole. */
  readonly amount: Limit['amount'];
  readonly unit: LadderUnit;
  readonly audience: readonly LadderAudience[];
  readonly ways: readonly LadderWay[];
  /** Whether people are sent messages in quiet hours too. */
  readonly atNight: boolean;
  readonly isOn: boolean;
}

/** A rule with the version it is in. A rung that would have come before `validFrom` does not come by it. */
export interface LadderRow extends LadderRule {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly validFrom: Date;
  /** When its successor took its place; null while it is in force. */
  readonly validTo: Date | null;
}
