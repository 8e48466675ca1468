import { SatisfactionModule } from './satisfaction-module';
import { runService } from '#platform/run-service';

void runService({ satisfaction: SatisfactionModule });
