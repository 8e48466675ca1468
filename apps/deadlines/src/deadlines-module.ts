import { Module } from '@nestjs/common';
import { MarkStore } from '#store/mark-store';
import { CalendarController } from './calendar-controller';
import { CalendarStore } from './calendar-store';
import { CalendarWatch } from './calendar-watch';
import { ClockController } from './clock-controller';
import { ClockKeeper } from './clock-keeper';
import { DeadlineRules } from './deadline-rules';
import { DeadlineSeeds } from './deadline-seeds';
import { DutyController } from './duty/duty-controller';
import { DutyRoster } from './duty/duty-roster';
import { LadderController } from './ladder/ladder-controller';
import { LatenessLearner } from './lateness/lateness-learner';
import { RiskController } from './lateness/risk-controller';
import { Marker } from './marker';
import { MovePreview } from './move-preview';
import { ReceiptController } from './receipts/receipt-controller';
import { NoticeController } from './notices/notice-controller';
import { NoticeSending } from './notices/notice-sending';
import { NoticeSettingsController } from './notices/notice-settings-controller';
import { NoticeTelling } from './notices/notice-telling';
import { Recomputations } from './recomputations';
import { Recomputer } from './recomputer';
import { TimeLimitController } from './time-limit-controller';
import { TimeLimitStore } from './time-limit-store';

/** 限时办, 督促办: clocks on every step, and the flags that go up by themselves. */
@Module({
  controllers: [
    ClockKeeper,
    ClockController,
    CalendarController,
    LadderController,
    NoticeController,
    NoticeSettingsController,
    DutyController,
    ReceiptController,
    RiskController,
    TimeLimitController,
  ],
  providers: [
    CalendarStore,
    CalendarWatch,
    DeadlineRules,
    DeadlineSeeds,
    DutyRoster,
    LatenessLearner,
    MarkStore,
    Marker,
    MovePreview,
    NoticeSending,
    NoticeTelling,
    Recomputations,
    Recomputer,
    TimeLimitStore,
  ],
  exports: [LatenessLearner, Marker, NoticeSending, NoticeTelling, Recomputer],
})
export class DeadlinesModule {}
