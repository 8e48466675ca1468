import { Module } from '@nestjs/common';
import { MarkStore } from '#store/mark-store';
import { CopySources } from '#platform/documents/copy-source';
import { CalendarController } from './calendar-controller';
import { CalendarStore } from './calendar-store';
import { CalendarWatch } from './calendar-watch';
import { ClockController } from './clock-controller';
import { ClockKeeper } from './clock-keeper';
import { DeadlineRules } from './deadline-rules';
import { DeadlineSeeds } from './deadline-seeds';
import { DutyController } from './duty/duty-controller';
import { DutyRoster } from './duty/duty-roster';
import { ExtensionController } from './extensions/extension-controller';
import { ExtensionReading } from './extensions/extension-reading';
import { ExtensionRequests } from './extensions/extension-requests';
import { ExtensionRuleController } from './extensions/extension-rule-controller';
import { ExtensionRules } from './extensions/extension-rules';
import { ExtensionTerms } from './extensions/extension-terms';
import { HoldController } from './holds/hold-controller';
import { HoldReading } from './holds/hold-reading';
import { LadderController } from './ladder/ladder-controller';
import { LatenessLearner } from './lateness/lateness-learner';
import { RiskController } from './lateness/risk-controller';
import { Marker } from './marker';
import { MovePreview } from './move-preview';
import { NamedCalendars } from './receipts/named-calendars';
import { ReceiptController } from './receipts/receipt-controller';
import { SaidLimits } from './receipts/said-limits';
import { NoticeController } from './notices/notice-controller';
import { NoticePruning } from './notices/notice-pruning';
import { NoticeSending } from './notices/notice-sending';
import { NoticeSettingsController } from './notices/notice-settings-controller';
import { NoticeTelling } from './notices/notice-telling';
import { OfficeHoursController } from './office-hours/office-hours-controller';
import { OwnLimitController } from './own-limits/own-limit-controller';
import { Recomputations } from './recomputations';
import { Recomputer } from './recomputer';
import { OwedDrafting } from './supervisions/owed-drafting';
import { LetterController } from './supervisions/letter-controller';
import { OrderContentsReading } from './supervisions/order-contents';
import { OrderDrafts } from './supervisions/order-drafts';
import { SupervisionSigning } from './supervisions/signing';
import { SupervisionController } from './supervisions/supervision-controller';
import { SupervisionReading } from './supervisions/supervision-reading';
import { Supervisions } from './supervisions/supervisions';
import { TimeLimitController } from './time-limit-controller';
import { TimeLimitStore } from './time-limit-store';
import { UrgeController } from './urging/urge-controller';
import { Urges } from './urging/urges';

/** 催办, 督办 */
const supervising = [
  OwedDrafting,
  Supervisions,
  SupervisionReading,
  SupervisionSigning,
  OrderContentsReading,
  OrderDrafts,
  CopySources,
  Urges,
];

/** 限时办, 督促办: clocks on every step, and the flags that go up by themselves. */
@Module({
  controllers: [
    ClockKeeper,
    ClockController,
    CalendarController,
    ExtensionController,
    ExtensionRuleController,
    HoldController,
    LadderController,
    LetterController,
    NoticeController,
    NoticeSettingsController,
    OfficeHoursController,
    OwnLimitController,
    DutyController,
    ReceiptController,
    RiskController,
    SupervisionController,
    TimeLimitController,
    UrgeController,
  ],
  providers: [
    CalendarStore,
    CalendarWatch,
    DeadlineRules,
    DeadlineSeeds,
    DutyRoster,
    ExtensionReading,
    ExtensionRequests,
    ExtensionRules,
    ExtensionTerms,
    HoldReading,
    LatenessLearner,
    MarkStore,
    Marker,
    MovePreview,
    NamedCalendars,
    NoticePruning,
    NoticeSending,
    NoticeTelling,
    Recomputations,
    Recomputer,
    SaidLimits,
    TimeLimitStore,
    ...supervising,
  ],
  exports: [LatenessLearner, Marker, NoticeSending, NoticeTelling, Recomputer, Supervisions, OwedDrafting],
})
export class DeadlinesModule {}
