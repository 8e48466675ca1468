import { join } from 'node:path';
import { Module, SetMetadata, type DynamicModule } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { masterKey } from '#hotline/backend/master-key';
import { readAccess } from '#hotline/backend/server-access';
import { redisUrl } from '#hotline/backend/redis-server';
import type { Route } from '#http-api/routes';
import { Directory } from '#platform/directory';
import { routeMetadata } from '#platform/handles';
import type { HouseRequest } from '#platform/house-request';
import { PlatformModule } from '#platform/platform-module';
import { RouteGuard } from '#platform/route-guard';
import { readSettings } from '#platform/settings';
import { Queues, type QueueConnection } from '#queue/queue-connection';
import { openDataSource } from '#store/data-source';
import { Database } from '#store/database';
import { DatabaseClock } from '#store/database-clock';
import { KeyKeeper } from '#store/key-keeper';
import { limitlessFactor } from './hotline-process';
import type { Stand } from './stand';

/** The hotline's door in this process, on the stand's database and queue: it only decides who may come in. */
export interface GuardedDoor {
  /** Decides about one request with this session. @throws Refusal */
  admit(token: string): Promise<boolean>;
  close(): Promise<void>;
}

@Module({})
class DoorModule {}

/** @param route one that asks for a session and takes no body, so that little is parsed. */
export async function openGuardedDoor(stand: Stand, route: Route): Promise<GuardedDoor> {
  const { databaseUrl } = stand;
  const database = new Database(await openDataSource({ databaseUrl, poolSize: 4 }));
  const clock = new DatabaseClock(database);
  await clock.start();
  const settings = readSettings({ THROTTLE_FACTOR: limitlessFactor });
  const masterKeyOf = () => masterKey({}, stand.dataDirectory);
  const keeper = await KeyKeeper.open(database, masterKeyOf);
  const resources = { settings, databaseUrl, queue: await queueOf(stand), masterKey: masterKeyOf };
  const platform = PlatformModule.with({ ...resources, database, keeper, clock });
  const root: DynamicModule = { module: DoorModule, imports: [platform] };
  // Nest declares its options as a class and takes plain objects.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  const app = await NestFactory.createApplicationContext(root, { logger: false });
  await app.get(Directory).start();
  const guard = await app.get(ModuleRef).create(RouteGuard);
  const handler = () => undefined;
  SetMetadata(routeMetadata, route)(handler);
  return {
    admit: (token) => guard.canActivate(new ExecutionContextHost([requestWith(token)], DoorModule, handler)),
    close: async () => {
      await app.close();
      await app.get(Queues).close();
      clock.stop();
      await database.close();
      await database.dataSource.destroy();
    },
  };
}

const requestWith = (token: string) =>
  ({
    headers: { authorization: `Bearer ${token}` },
    params: {},
    query: {},
    url: '/',
    method: 'GET',
  }) as unknown as HouseRequest;

async function queueOf({ dataDirectory, databaseUrl }: Stand): Promise<QueueConnection> {
  const access = await readAccess(join(dataDirectory, 'redis.json'));
  const namespace = 'bench_door';
  return access
    ? { kind: 'redis', url: redisUrl(access), namespace }
    : { kind: 'postgres', url: databaseUrl, namespace };
}
