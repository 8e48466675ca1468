import { DataSource, type DataSourceOptions } from 'typeorm';
import { HeardClient } from './heard-client';
import { parseInstantsFast } from './parse-instant';
import { Tickets1796000000000 } from './migrations/1796000000000-tickets';
import { Services1796000000001 } from './migrations/1796000000001-services';
import { CallbackBands1796000000003 } from './migrations/1796000000003-callback-bands';
import { ListsByTime1796000000004 } from './migrations/1796000000004-lists-by-time';
import { PressingTickets1796000000005 } from './migrations/1796000000005-pressing-tickets';
import { HouseKeys1796000000006 } from './migrations/1796000000006-house-keys';
import { Identity1796000000007 } from './migrations/1796000000007-identity';
import { Privacy1796000000008 } from './migrations/1796000000008-privacy';
import { Retention1796000000009 } from './migrations/1796000000009-retention';
import { Anchors1796000000020 } from './migrations/1796000000020-anchors';
import { ThirdPartyCopies1796000000021 } from './migrations/1796000000021-third-party-copies';
import { AlertsByTime1796000000022 } from './migrations/1796000000022-alerts-by-time';
import { Attachments1796000000030 } from './migrations/1796000000030-attachments';
import { AccountsAndRounds1796000000036 } from './migrations/1796000000036-accounts-and-rounds';
import { Imports1796000000031 } from './migrations/1796000000031-imports';
import { SearchWords1796000000037 } from './migrations/1796000000037-search-words';
import { ProtectedReports1796000000038 } from './migrations/1796000000038-protected-reports';
import { Channels1796000000032 } from './migrations/1796000000032-channels';
import { Drafts1796000000033 } from './migrations/1796000000033-drafts';
import { Calls1796000000034 } from './migrations/1796000000034-calls';
import { SensitiveMatters1796000000035 } from './migrations/1796000000035-sensitive-matters';
import { Transfers1796000000040 } from './migrations/1796000000040-transfers';
import { Reconciliations1796000000041 } from './migrations/1796000000041-reconciliations';
import { Visits1796000000042 } from './migrations/1796000000042-visits';
import { Open311Requests1796000000043 } from './migrations/1796000000043-open311-requests';
import { LookAlikes1796000000050 } from './migrations/1796000000050-look-alikes';
import { SearchWithinFilters1796000000051 } from './migrations/1796000000051-search-within-filters';
import { Shifts1796000000052 } from './migrations/1796000000052-shifts';
import { IncidentReports1796000000053 } from './migrations/1796000000053-incident-reports';
import { HouseholdsForgotten1796000000054 } from './migrations/1796000000054-households-forgotten';
import { HotIssues1796000000056 } from './migrations/1796000000056-hot-issues';
import { Broadcasts1796000000057 } from './migrations/1796000000057-broadcasts';
import { ClassMarks1796000000058 } from './migrations/1796000000058-class-marks';
import { Messages1796000000060 } from './migrations/1796000000060-messages';
import { Lateness1796000000066 } from './migrations/1796000000066-lateness';
import { OfficeHours1796000000068 } from './migrations/1796000000068-office-hours';
import { ImportWarnings1796000000067 } from './migrations/1796000000067-import-warnings';
import { ExtensionsAndHolds1796000000071 } from './migrations/1796000000071-extensions-and-holds';
import { ClockSteps1796000000061 } from './migrations/1796000000061-clock-steps';
import { LimitsWithValidity1796000000062 } from './migrations/1796000000062-limits-with-validity';
import { Ladder1796000000063 } from './migrations/1796000000063-ladder';
import { Supervisions1796000000064 } from './migrations/1796000000064-supervisions';
import { OwedOrders1796000000072 } from './migrations/1796000000072-owed-orders';
import { NoticesRead1796000000073 } from './migrations/1796000000073-notices-read';
import { OwnLimits1796000000074 } from './migrations/1796000000074-own-limits';
import { OfficeSeasons1796000000075 } from './migrations/1796000000075-office-seasons';
import { SuggestionModels1796000000080 } from './migrations/1796000000080-suggestion-models';
import { DispatchCatalogue1796000000086 } from './migrations/1796000000086-dispatch-catalogue';
import { SignOffs1796000000085 } from './migrations/1796000000085-sign-offs';
import { LookAlikeTermsShared1796000000088 } from './migrations/1796000000088-look-alike-terms-shared';
import { Suggestions1796000000089 } from './migrations/1796000000089-suggestions';
import { ClosedTicketsOfAnArea1796000000090 } from './migrations/1796000000090-closed-tickets-of-an-area';
import { PartsByDispatch1796000000091 } from './migrations/1796000000091-parts-by-dispatch';
import { ReturnsByAsking1796000000093 } from './migrations/1796000000093-returns-by-asking';
import { ReplyTemplates1796000000095 } from './migrations/1796000000095-reply-templates';
import { Reorganisations1796000000096 } from './migrations/1796000000096-reorganisations';
import { FiguresFromFacts1796000000100 } from './migrations/1796000000100-figures-from-facts';
import { WherePicturesWereTaken1796000000101 } from './migrations/1796000000101-where-pictures-were-taken';
import { DueTimesTold1796000000113 } from './migrations/1796000000113-due-times-told';
import { ScoresAndBulletins1796000000114 } from './migrations/1796000000114-scores-and-bulletins';
import { AgentsOfFigures1796000000115 } from './migrations/1796000000115-agents-of-figures';
import { ReportDeliveries1796000000116 } from './migrations/1796000000116-report-deliveries';
import { GamingSigns1796000000117 } from './migrations/1796000000117-gaming-signs';
import { RatingsAndEndsByTime1796000000118 } from './migrations/1796000000118-ratings-and-ends-by-time';
import { CallsCounted1796000000120 } from './migrations/1796000000120-calls-counted';
import { AppealWindowsOfBefore1796000000119 } from './migrations/1796000000119-appeal-windows-of-before';
import { Appeals1796000000105 } from './migrations/1796000000105-appeals';
import { ReworksAndReviews1796000000106 } from './migrations/1796000000106-reworks-and-reviews';
import { Surveys1796000000102 } from './migrations/1796000000102-surveys';
import { CallbackClaims1796000000103 } from './migrations/1796000000103-callback-claims';
import { MasterKeyCheck1796000000002 } from './migrations/1796000000002-master-key-check';
import { ReportReaders1796000000108 } from './migrations/1796000000108-report-readers';
import { ReportSchedules1796000000109 } from './migrations/1796000000109-report-schedules';

/** Every statement here is short: compiling it or sharing it out costs more than running it. */
const everywhere = ['timezone=UTC', 'jit=off', 'max_parallel_workers_per_gather=0'];

/** As the server takes them when a connection begins. */
function connectionSettings(own: readonly string[]): string {
  return [...everywhere, ...own].map((setting) => `-c ${setting}`).join(' ');
}

/** For connections whose statements are planned with the values at hand: a rare word and a common one want different plans. */
export const plannedEachTime = connectionSettings([]);

/**
 * For connections whose statements find rows by key: planned once for all values, and always by an index. A plan made
 * while a month is still empty would otherwise read the whole table, and go on doing so as it fills.
 */
export const plannedOnce = connectionSettings([
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
]);

export interface StoreSettings {
  databaseUrl: string;
  /** Connections this process may hold. */
  poolSize: number;
}

/** TypeORM over PostgreSQL; nothing synchronises the schema but these migrations. */
export const dataSourceOptions = (settings: StoreSettings) =>
  ({
    type: 'postgres',
    url: settings.databaseUrl,
    migrations: [
      Tickets1796000000000,
      Services1796000000001,
      MasterKeyCheck1796000000002,
      ReportReaders1796000000108,
      ReportSchedules1796000000109,
      CallbackBands1796000000003,
      ListsByTime1796000000004,
      PressingTickets1796000000005,
      HouseKeys1796000000006,
      Identity1796000000007,
      Privacy1796000000008,
      Retention1796000000009,
      Anchors1796000000020,
      ThirdPartyCopies1796000000021,
      AlertsByTime1796000000022,
      Attachments1796000000030,
      AccountsAndRounds1796000000036,
      Imports1796000000031,
      SearchWords1796000000037,
      ProtectedReports1796000000038,
      Channels1796000000032,
      Drafts1796000000033,
      Calls1796000000034,
      SensitiveMatters1796000000035,
      Transfers1796000000040,
      Reconciliations1796000000041,
      Visits1796000000042,
      Open311Requests1796000000043,
      LookAlikes1796000000050,
      SearchWithinFilters1796000000051,
      Shifts1796000000052,
      IncidentReports1796000000053,
      HouseholdsForgotten1796000000054,
      HotIssues1796000000056,
      Broadcasts1796000000057,
      ClassMarks1796000000058,
      Messages1796000000060,
      Lateness1796000000066,
      ImportWarnings1796000000067,
      OfficeHours1796000000068,
      ExtensionsAndHolds1796000000071,
      ClockSteps1796000000061,
      LimitsWithValidity1796000000062,
      Ladder1796000000063,
      Supervisions1796000000064,
      OwedOrders1796000000072,
      NoticesRead1796000000073,
      OwnLimits1796000000074,
      OfficeSeasons1796000000075,
      SuggestionModels1796000000080,
      SignOffs1796000000085,
      DispatchCatalogue1796000000086,
      LookAlikeTermsShared1796000000088,
      Suggestions1796000000089,
      ClosedTicketsOfAnArea1796000000090,
      PartsByDispatch1796000000091,
      ReturnsByAsking1796000000093,
      ReplyTemplates1796000000095,
      Reorganisations1796000000096,
      FiguresFromFacts1796000000100,
      WherePicturesWereTaken1796000000101,
      DueTimesTold1796000000113,
      ScoresAndBulletins1796000000114,
      AgentsOfFigures1796000000115,
      ReportDeliveries1796000000116,
      GamingSigns1796000000117,
      RatingsAndEndsByTime1796000000118,
      AppealWindowsOfBefore1796000000119,
      Appeals1796000000105,
      ReworksAndReviews1796000000106,
      Surveys1796000000102,
      CallbackClaims1796000000103,
      CallsCounted1796000000120,
    ],
    migrationsTableName: 'migration',
    // A queue's schema named like the database's user would otherwise be searched first.
    schema: 'public',
    poolSize: settings.poolSize,
    applicationName: 'hotline',
    extra: { keepAlive: true, options: plannedOnce, Client: HeardClient },
  }) satisfies DataSourceOptions;

/** @throws Error when the database cannot be reached. */
export function openDataSource(settings: StoreSettings): Promise<DataSource> {
  parseInstantsFast();
  return new DataSource(dataSourceOptions(settings)).initialize();
}
