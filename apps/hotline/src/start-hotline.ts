import { join } from 'node:path';
import { migrate } from '#store/migrate';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Directory } from '#platform/directory';
import { openHouse, type House } from '#platform/house';
import type { Settings } from '#platform/settings';
import type { Backend } from './backend/backend';
import { step } from './backend/progress';
import { StartRefused } from './backend/start-refused';
import { demoAccounts, type DemoAccounts } from './demo-accounts';
import { hotlineServices } from './hotline-services';

/** From the root of the checkout or image. */
const consoleDirectory = join(__dirname, '../../../console');

export interface Hotline {
  house: House;
  demo: DemoAccounts;
}

/** Migrates, starts all services and the console, and makes the demo accounts of an empty system. @throws StartRefused */
export async function startHotline(settings: Settings, backend: Backend): Promise<Hotline> {
  const { databaseUrl, masterKey, queue, dataDirectory } = backend;
  const anchorDirectory = settings.anchorDirectory ?? join(dataDirectory, 'anchors');
  const attachmentStore = settings.attachmentStore ?? { directory: join(dataDirectory, 'attachments') };
  await step('Bringing the database up to date', () => migrate(databaseUrl));
  const house = await openHouse({
    settings: { ...settings, anchorDirectory, attachmentStore },
    databaseUrl,
    masterKey,
    queue: { kind: queue.kind, url: queue.url, namespace: settings.queueNamespace },
    hosts: hotlineServices,
    consoleDirectory,
  }).catch((error: unknown) => {
    throw notListening(error, settings) ?? error;
  });
  try {
    const { app } = house;
    const demo = await demoAccounts(settings, app.get(Database), app.get(Directory), app.get(Clock).now());
    return { house, demo };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** Why an address cannot be listened on, and what to do. */
const listenFaults: Readonly<Record<string, (at: Settings) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is in use: stop what listens there, or set PORT to another one.`,
  EACCES: ({ port }) => `Port ${port} is reserved for root: set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `HOST=${host} is no address of this machine: set HOST to one, or to 127.0.0.1.`,
  ENOTFOUND: ({ host }) =>
    `HOST=${host} is no name this machine knows: set HOST to one of its addresses, or to 127.0.0.1.`,
};

function notListening(error: unknown, settings: Settings): StartRefused | null {
  const fault = listenFaults[(error as { code?: string }).code ?? ''];
  return fault ? new StartRefused(fault(settings)) : null;
}
