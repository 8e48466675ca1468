import { Module } from '@nestjs/common';
import { AbsenceController } from './absence-controller';
import { Absences } from './absences';
import { AdminEventController } from './admin-event-controller';
import { ChangeController } from './change-controller';
import { CitizenController } from './citizen-controller';
import { CitizenReading } from './citizen-reading';
import { DeadLetterController } from './dead-letter-controller';
import { Followers } from './followers';
import { IdentityProvider } from './identity-provider';
import { LinkedAccounts } from './linked-accounts';
import { LiveController } from './live-controller';
import { Merging } from './merging';
import { OidcController } from './oidc-controller';
import { OidcSignIn } from './oidc-sign-in';
import { OidcTransactions } from './oidc-transactions';
import { OpenApiController } from './openapi-controller';
import { OwnPassword } from './own-password';
import { SearchProjection } from './search-projection';
import { SessionController } from './session-controller';
import { SigningIn } from './signing-in';
import { TicketController } from './ticket-controller';
import { TicketReading } from './ticket-reading';
import { TicketSearch } from './ticket-search';
import { UserController } from './user-controller';
import { UserImport } from './user-import';
import { UserImportController } from './user-import-controller';
import { UserReading } from './user-reading';
import { UserStore } from './user-store';

/** 跟踪办: every way in, one number for life, found again by words and by phone. */
@Module({
  controllers: [
    TicketController,
    ChangeController,
    CitizenController,
    SessionController,
    UserController,
    UserImportController,
    AbsenceController,
    AdminEventController,
    LiveController,
    DeadLetterController,
    OpenApiController,
    Followers,
    SearchProjection,
    OidcController,
  ],
  providers: [
    Merging,
    TicketReading,
    TicketSearch,
    CitizenReading,
    SigningIn,
    OwnPassword,
    UserStore,
    UserReading,
    UserImport,
    Absences,
    IdentityProvider,
    OidcTransactions,
    LinkedAccounts,
    OidcSignIn,
  ],
})
export class IntakeModule {}
