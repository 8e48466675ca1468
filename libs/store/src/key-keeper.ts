import type { Database } from './database';
import { openHouseKeys, readHouseKeys } from './house-keys';
import { KeyRing } from './key-ring';
import { MasterKey, WrongMasterKey, type MasterKeySource } from './master-key';
import { messageOf } from './told-error';

/** How late a process hears of a rotation: a new generation is not in use before that. */
const refreshMs = 5_000;

/** Holds this process's keys, and learns of a rotation while it runs. */
export class KeyKeeper {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    readonly keys: KeyRing,
    private readonly opened: { database: Database; source: MasterKeySource; master: MasterKey },
  ) {}

  /** @throws WrongMasterKey, with nothing written. */
  static async open(database: Database, source: MasterKeySource): Promise<KeyKeeper> {
    const master = new MasterKey(await source());
    return new KeyKeeper(new KeyRing(await openHouseKeys(database, master)), { database, source, master });
  }

  /** `warn` hears what keeps the keys from being read again; the process goes on with those it has. */
  start(warn: (reason: string) => void): void {
    const again = () => this.refresh().catch((error: unknown) => warn(`keys: ${messageOf(error)}`));
    this.timer = setInterval(() => void again(), refreshMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async refresh(): Promise<void> {
    const keys = await this.read();
    if (keys) this.keys.learn(keys);
  }

  /** Once a rotation is finished our master key wraps nothing more, and the new one lies where we found it. */
  private async read() {
    const { database, source, master } = this.opened;
    try {
      return await readHouseKeys(database.sql, master);
    } catch (error) {
      if (!(error instanceof WrongMasterKey)) throw error;
      this.opened.master = new MasterKey(await source());
      return readHouseKeys(database.sql, this.opened.master);
    }
  }
}
