import { DeadlinesModule } from '#deadlines/deadlines-module';
import { IntakeModule } from '#intake/intake-module';
import type { HouseOptions } from '#platform/house';
import { RoutingModule } from '#routing/routing-module';
import { SatisfactionModule } from '#satisfaction/satisfaction-module';

/** All four services in one process: what a small district runs. */
export const hotlineServices: HouseOptions['hosts'] = {
  intake: IntakeModule,
  routing: RoutingModule,
  deadlines: DeadlinesModule,
  satisfaction: SatisfactionModule,
};
