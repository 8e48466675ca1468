import { IntakeModule } from './intake-module';
import { runService } from '#platform/run-service';

void runService({ intake: IntakeModule });
