import { Module } from '@nestjs/common';
import { ChangeController } from './change-controller';
import { CitizenController } from './citizen-controller';
import { CitizenReading } from './citizen-reading';
import { CopySources } from './copy-source';
import { DeadLetterController } from './dead-letter-controller';
import { Followers } from './followers';
import { LiveController } from './live-controller';
import { Merging } from './merging';
import { OpenApiController } from './openapi-controller';
import { SearchProjection } from './search-projection';
import { SessionController } from './session-controller';
import { ThirdPartyCopies } from './third-party-copies';
import { ThirdPartyCopyController } from './third-party-copy-controller';
import { TicketController } from './ticket-controller';
import { TicketReading } from './ticket-reading';
import { TicketSearch } from './ticket-search';

/** 跟踪办: every way in, one number for life, found again by words and by phone. */
@Module({
  controllers: [
    TicketController,
    ChangeController,
    CitizenController,
    SessionController,
    LiveController,
    DeadLetterController,
    OpenApiController,
    Followers,
    SearchProjection,
    ThirdPartyCopyController,
  ],
  providers: [Merging, TicketReading, TicketSearch, CitizenReading, CopySources, ThirdPartyCopies],
})
export class IntakeModule {}
