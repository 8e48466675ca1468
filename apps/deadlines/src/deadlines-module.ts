import { Module } from '@nestjs/common';
import { MarkStore } from '#store/mark-store';
import { CalendarController } from './calendar-controller';
import { CalendarStore } from './calendar-store';
import { CalendarWatch } from './calendar-watch';
import { ClockController } from './clock-controller';
import { ClockKeeper } from './clock-keeper';
import { DeadlineRules } from './deadline-rules';
import { DeadlineSeeds } from './deadline-seeds';
import { Marker } from './marker';
import { MovePreview } from './move-preview';
import { OfficeHoursController } from './office-hours-controller';
import { Recomputations } from './recomputations';
import { Recomputer } from './recomputer';
import { TimeLimitController } from './time-limit-controller';
import { TimeLimitStore } from './time-limit-store';

/** 限时办, 督促办: clocks on every step, and the flags that go up by themselves. */
@Module({
  controllers: [ClockKeeper, ClockController, CalendarController, TimeLimitController, OfficeHoursController],
  providers: [
    CalendarStore,
    CalendarWatch,
    DeadlineRules,
    DeadlineSeeds,
    MarkStore,
    Marker,
    MovePreview,
    Recomputations,
    Recomputer,
    TimeLimitStore,
  ],
  exports: [Marker, Recomputer],
})
export class DeadlinesModule {}
