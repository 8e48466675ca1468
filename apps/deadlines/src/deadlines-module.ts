import { Module } from '@nestjs/common';
import { MarkStore } from '#store/mark-store';
import { ClockController } from './clock-controller';
import { ClockKeeper } from './clock-keeper';
import { DeadlineRules } from './deadline-rules';
import { DeadlineSeeds } from './deadline-seeds';
import { ExtensionController } from './extensions/extension-controller';
import { ExtensionRequests } from './extensions/extension-requests';
import { HoldController } from './holds/hold-controller';
import { Marker } from './marker';
import { ReceiptController } from './receipts/receipt-controller';
import { RuleController } from './rule-controller';

/** 限时办, 督促办: clocks on every step, and the flags that go up by themselves. */
@Module({
  controllers: [ClockKeeper, ClockController, ReceiptController, ExtensionController, HoldController, RuleController],
  providers: [DeadlineRules, ExtensionRequests, DeadlineSeeds, MarkStore, Marker],
  exports: [Marker],
})
export class DeadlinesModule {}
