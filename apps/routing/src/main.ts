import { RoutingModule } from './routing-module';
import { runService } from '#platform/run-service';

void runService({ routing: RoutingModule });
