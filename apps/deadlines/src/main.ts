import { DeadlinesModule } from './deadlines-module';
import { runService } from '#platform/run-service';

void runService({ deadlines: DeadlinesModule });
