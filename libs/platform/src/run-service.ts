import type { HouseOptions } from './house';
import { openHouse } from './house';
import { migrate } from '#store/migrate';
import { exitSayingWhy } from './run-to-exit';
import { readSettings, WrongSetting } from './settings';

/** Runs one service by itself, as in a split deployment: database, queue and key come from the environment. */
export async function runService(hosts: HouseOptions['hosts']): Promise<void> {
  await serve(hosts).catch(exitSayingWhy([WrongSetting]));
}

async function serve(hosts: HouseOptions['hosts']): Promise<void> {
  const settings = readSettings(process.env);
  const databaseUrl = required('DATABASE_URL', 'postgresql://user:password@host:5432/hotline');
  const redisUrl = required('REDIS_URL', 'redis://host:6379');
  const key = Buffer.from(required('MASTER_KEY', '32 bytes in base64'), 'base64');
  await migrate(databaseUrl);
  const queue = { kind: 'redis', url: redisUrl, namespace: settings.queueNamespace } as const;
  const house = await openHouse({ settings, databaseUrl, queue, masterKey: () => Promise.resolve(key), hosts });
  process.stdout.write(`${Object.keys(hosts).join(', ')} serves at ${house.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void house.close().finally(() => process.exit(0)));
}

function required(name: string, example: string): string {
  const value = process.env[name];
  if (!value) throw new WrongSetting(`setting ${name} is missing: a single service needs it, such as ${example}`);
  return value;
}
