import type { QueueConnection } from '#queue/queue-connection';
import type { MasterKeySource } from '#store/master-key';
import type { Settings } from './settings';

/** What a process is given to run on, besides its settings. */
export interface Resources {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly queue: QueueConnection;
  readonly masterKey: MasterKeySource;
}

/** Injection token of the resources. */
export const RESOURCES = Symbol('resources');
export const SETTINGS = Symbol('settings');
