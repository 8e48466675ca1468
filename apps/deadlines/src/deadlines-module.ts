import { Module } from '@nestjs/common';
import { MarkStore } from '#store/mark-store';
import { ClockController } from './clock-controller';
import { ClockKeeper } from './clock-keeper';
import { DeadlineRules } from './deadline-rules';
import { DeadlineSeeds } from './deadline-seeds';
import { DutyController } from './duty/duty-controller';
import { DutyRoster } from './duty/duty-roster';
import { LadderController } from './ladder/ladder-controller';
import { Marker } from './marker';
import { NoticeController } from './notices/notice-controller';
import { NoticeSending } from './notices/notice-sending';
import { NoticeSettingsController } from './notices/notice-settings-controller';
import { NoticeTelling } from './notices/notice-telling';
import { RuleController } from './rule-controller';

/** 限时办, 督促办: clocks on every step, and the flags that go up by themselves. */
@Module({
  controllers: [
    ClockKeeper,
    ClockController,
    RuleController,
    LadderController,
    NoticeController,
    NoticeSettingsController,
    DutyController,
  ],
  providers: [DutyRoster, DeadlineRules, DeadlineSeeds, MarkStore, Marker, NoticeTelling, NoticeSending],
  exports: [Marker, NoticeTelling, NoticeSending],
})
export class DeadlinesModule {}
