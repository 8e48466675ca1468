import { forgetMessages } from '#store/message-erasing';
import { forgetSurveys } from '#store/survey-rows';
import { forgetHouseholds } from '#store/visit-rows';
import type { Settings } from '#platform/settings';
import { forgetCalls } from '../calls/forget-calls';

/** What is kept beside tickets, and for how long. */
interface KeptRecord {
  /** The setting that says for how many days. */
  readonly days: keyof Settings & `${string}Days`;
  /** `$1` is the instant before which it is forgotten. */
  readonly forget: string;
}

/** Each by an index of the time it is kept by. Urgent reports are documents and stay. */
export const keptRecords: readonly KeptRecord[] = [
  { days: 'callDays', forget: forgetCalls },
  { days: 'draftDays', forget: `DELETE FROM intake.draft WHERE changed_at < $1` },
  { days: 'dutyRecordDays', forget: `DELETE FROM intake.duty_entry WHERE at < $1` },
  {
    days: 'dutyRecordDays',
    forget: `DELETE FROM intake.handover WHERE handed_over_at < $1 AND accepted_at IS NOT NULL`,
  },
  { days: 'dutyRecordDays', forget: `DELETE FROM intake.duty_matter WHERE ended_at < $1` },
  { days: 'householdDays', forget: forgetHouseholds },
  { days: 'messageDays', forget: forgetMessages },
  { days: 'messageDays', forget: forgetSurveys },
  {
    days: 'reconciliationDays',
    forget: `DELETE FROM intake.reconciliation WHERE day < ($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`,
  },
];
