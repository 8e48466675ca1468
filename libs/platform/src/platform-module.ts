import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { DeadLetters } from '#queue/dead-letters';
import { Queues } from '#queue/queue-connection';
import { Requeue } from '#queue/requeue';
import { Relay } from '#queue/relay';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Committed } from '#store/committed';
import { Database } from '#store/database';
import { KeyKeeper } from '#store/key-keeper';
import { KeyRing } from '#store/key-ring';
import { TicketNumbers } from '#store/ticket-number';
import { TicketStore } from '#store/ticket-store';
import { Admission } from './admission';
import { AnsweredIssues } from './answered-issues';
import { Batches } from './batches';
import { ChannelClients } from './channel-clients';
import { DailyAnchor } from './daily-anchor';
import { Directory } from './directory';
import { ExportRecords } from './export/export-records';
import { ListExports } from './export/list-export';
import { Gauges } from './gauges';
import { HealthController } from './health-controller';
import { KeyedWrites } from './keyed-writes';
import { Maintenance } from './maintenance';
import { Lateness } from './lateness';
import { Candidates } from './look-alikes/candidates';
import { LookAlikes } from './look-alikes/look-alikes';
import { LookWatch } from './look-watch';
import { LiveChanges } from './live-changes';
import { MetricsController } from './metrics-controller';
import { ProblemFilter } from './problem-filter';
import { Renders } from './renders';
import { RequestCounts } from './request-counts';
import { RESOURCES, SETTINGS, type Resources } from './resources';
import { RouteGuard } from './route-guard';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { SignInGate } from './sign-in-gate';
import { TicketAttachments } from './ticket-attachments';
import { TicketHistory } from './ticket-history';
import { TicketLists } from './ticket-lists';
import { TicketViews } from './ticket-views';
import { Throttle } from './throttle';
import { TrackingPairs } from './tracking-pairs';

/** What has been opened before Nest starts, so that a failing database refuses the start in one line. */
export interface Opened extends Resources {
  readonly database: Database;
  readonly keeper: KeyKeeper;
  readonly clock: Clock;
}

/** What every service needs, once for the process. */
@Module({})
export class PlatformModule {
  static with(opened: Opened): DynamicModule {
    const shared = [...given(opened), ...made];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [...shared, ...edge],
      exports: shared,
    };
  }
}

const given = (opened: Opened): Provider[] => [
  { provide: RESOURCES, useValue: opened },
  { provide: SETTINGS, useValue: opened.settings },
  { provide: Clock, useValue: opened.clock },
  { provide: Database, useValue: opened.database },
  { provide: KeyKeeper, useValue: opened.keeper },
  { provide: KeyRing, useValue: opened.keeper.keys },
  { provide: Queues, useValue: new Queues(opened.queue) },
  { provide: Committed, useValue: new Committed() },
];

type StoreParts = [Database, KeyRing, TicketNumbers, Clock, Committed, Directory];

const made: Provider[] = [
  TicketNumbers,
  {
    provide: TicketStore,
    inject: [Database, KeyRing, TicketNumbers, Clock, Committed, Directory],
    useFactory: (...[database, keys, numbers, clock, committed, directory]: StoreParts) =>
      new TicketStore(database, keys, numbers, { clock, committed, unitsOf: directory.unitsOf }),
  },
  Administration,
  DeadLetters,
  Requeue,
  Relay,
  Directory,
  Gauges,
  Sessions,
  ChannelClients,
  SignInGate,
  SignIn,
  TicketViews,
  TicketHistory,
  TicketAttachments,
  AnsweredIssues,
  Batches,
  TicketLists,
  Renders,
  KeyedWrites,
  Maintenance,
  RequestCounts,
  Throttle,
  Lateness,
  Candidates,
  LookAlikes,
  LookWatch,
  ExportRecords,
  Admission,
  TrackingPairs,
  DailyAnchor,
  {
    provide: LiveChanges,
    inject: [Database, RESOURCES],
    useFactory: (database: Database, { databaseUrl }: Resources) => new LiveChanges(database, databaseUrl),
  },
];

const edge: Provider[] = [
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_GUARD, useClass: RouteGuard },
  // After it: what is to be taken out is known then, and who asks.
  { provide: APP_GUARD, useClass: ListExports },
];
