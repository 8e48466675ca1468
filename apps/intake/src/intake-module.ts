import { Module } from '@nestjs/common';
import { AbsenceController } from './absence-controller';
import { Absences } from './absences';
import { AdminEventController } from './admin-event-controller';
import { AnchorController } from './anchor-controller';
import { ChangeController } from './change-controller';
import { CitizenController } from './citizen-controller';
import { CitizenReading } from './citizen-reading';
import { ConsentController } from './consent-controller';
import { CopySources } from './copy-source';
import { DeadLetterController } from './dead-letter-controller';
import { Erasures } from './erasures';
import { Followers } from './followers';
import { IdentityProvider } from './identity-provider';
import { LinkedAccounts } from './linked-accounts';
import { LiveController } from './live-controller';
import { LookController } from './look-controller';
import { LookWatch } from './look-watch';
import { Looks } from './looks';
import { Merging } from './merging';
import { Officers } from './officers';
import { OidcController } from './oidc-controller';
import { OidcSignIn } from './oidc-sign-in';
import { OidcTransactions } from './oidc-transactions';
import { OpenApiController } from './openapi-controller';
import { OwnPassword } from './own-password';
import { Retention } from './retention';
import { RetentionController } from './retention-controller';
import { RetentionRules } from './retention-rules';
import { SearchProjection } from './search-projection';
import { SessionController } from './session-controller';
import { SigningIn } from './signing-in';
import { ThirdPartyCopies } from './third-party-copies';
import { ThirdPartyCopyController } from './third-party-copy-controller';
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
    ConsentController,
    LookController,
    RetentionController,
    SessionController,
    UserController,
    UserImportController,
    AbsenceController,
    AdminEventController,
    LiveController,
    DeadLetterController,
    OpenApiController,
    AnchorController,
    Followers,
    SearchProjection,
    ThirdPartyCopyController,
    OidcController,
  ],
  providers: [
    Merging,
    TicketReading,
    TicketSearch,
    CitizenReading,
    Officers,
    Looks,
    LookWatch,
    Retention,
    RetentionRules,
    Erasures,
    SigningIn,
    OwnPassword,
    UserStore,
    UserReading,
    UserImport,
    Absences,
    CopySources,
    ThirdPartyCopies,
    IdentityProvider,
    OidcTransactions,
    LinkedAccounts,
    OidcSignIn,
  ],
})
export class IntakeModule {}
