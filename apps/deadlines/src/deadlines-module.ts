import { Module } from '@nestjs/common';
import { MarkStore } from '#store/mark-store';
import { CopySources } from '#platform/documents/copy-source';
import { ClockController } from './clock-controller';
import { ClockKeeper } from './clock-keeper';
import { DeadlineRules } from './deadline-rules';
import { DeadlineSeeds } from './deadline-seeds';
import { Marker } from './marker';
import { RuleController } from './rule-controller';
import { LetterController } from './supervisions/letter-controller';
import { OrderContentsReading } from './supervisions/order-contents';
import { OrderDrafts } from './supervisions/order-drafts';
import { SupervisionSigning } from './supervisions/signing';
import { SupervisionController } from './supervisions/supervision-controller';
import { SupervisionReading } from './supervisions/supervision-reading';
import { Supervisions } from './supervisions/supervisions';
import { UrgeController } from './urging/urge-controller';
import { Urges } from './urging/urges';

/** 催办, 督办 */
const supervising = [
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
  controllers: [ClockKeeper, ClockController, RuleController, SupervisionController, LetterController, UrgeController],
  providers: [DeadlineRules, DeadlineSeeds, MarkStore, Marker, ...supervising],
  exports: [Marker, Supervisions],
})
export class DeadlinesModule {}
