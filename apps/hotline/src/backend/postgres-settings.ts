import { totalmem } from 'node:os';

/** Settings of the server by their names in postgresql.conf. */
export type PostgresSettings = Readonly<Record<string, string>>;

const MB = 1024 * 1024;

/** What every cluster of ours needs, durable or not: reachable from this machine only, times in UTC, a quiet log. */
const EVERYWHERE: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  // The password is the only way in; a socket file in /tmp would be a second one.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  max_connections: '120',
  // A restore makes every month's tables in one transaction, and holds each of them.
  max_locks_per_transaction: '256',
  // Statements here are short: compiling a plan costs more than it saves, and parallel workers starve a 2-core machine.
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1',
};

/** The system's own database: an answered write is on the disk. */
export function durableSettings(): PostgresSettings {
  const memory = totalmem() / MB;
  return {
    ...EVERYWHERE,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: `${Math.round(Math.min(512, Math.max(64, memory / 16)))}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    wal_buffers: '8MB',
    // Every checkpoint makes the next touch of each page a full write into the log: seldom and spread is cheaper.
    checkpoint_timeout: '15min',
    max_wal_size: '2GB',
    min_wal_size: '128MB',
    wal_compression: 'on',
  };
}

/** For throw-away databases of tests: nothing has to survive, so nothing waits for the disk. */
export function throwAwaySettings(): PostgresSettings {
  return {
    ...EVERYWHERE,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    max_connections: '300',
  };
}
