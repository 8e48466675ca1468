import { HeardClient } from '#store/heard-client';
import { step } from './progress';
import { retryUntil } from './retry-until';
import { StartRefused } from './start-refused';

/** The oldest PostgreSQL whose SQL we use. */
const OLDEST = 15;

/** Milliseconds: how long to wait for a database that is started together with us. */
const PATIENCE = 10_000;

/**
 * Looks at the database behind `DATABASE_URL` before anything is entrusted to it.
 * @param patience milliseconds to wait for one that is only starting.
 * @throws StartRefused when it does not answer, is too old or does not store UTF-8.
 */
export async function examineDatabase(url: string, patience = PATIENCE): Promise<void> {
  const place = placeOf(url);
  const found = await step(`Waiting for PostgreSQL at ${place}`, () => retryUntil(patience, () => ask(url))).catch(
    (error: unknown) => {
      throw new StartRefused(`DATABASE_URL: PostgreSQL at ${place} cannot be used (${(error as Error).message}).`);
    },
  );
  if (Math.floor(found.version / 10_000) < OLDEST) {
    throw new StartRefused(`DATABASE_URL: the server at ${place} is older than PostgreSQL ${OLDEST}: use a newer one.`);
  }
  if (found.encoding !== 'UTF8') {
    throw new StartRefused(`DATABASE_URL: the database at ${place} stores ${found.encoding}: make one with UTF8.`);
  }
}

function placeOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (/^postgres(ql)?:$/.test(protocol) && pathname.length > 1) return `${host}${pathname}`;
  } catch {
    // Falls through to the refusal below; the address itself may hold a password and is not repeated.
  }
  throw new StartRefused('DATABASE_URL is no database address: write it as postgres://user:password@host:5432/name.');
}

async function ask(url: string): Promise<{ version: number; encoding: string }> {
  const client = new HeardClient({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
    );
    return rows[0] ?? { version: 0, encoding: 'nothing' };
  } finally {
    await client.end().catch(() => undefined);
  }
}
