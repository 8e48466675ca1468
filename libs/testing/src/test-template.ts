import { Client } from 'pg';

/** Any number will do, as long as every worker takes the same. */
const TEMPLATE_LOCK = 12345;

/** Address of the server the tests use, as a connection to its maintenance database. */
export function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('No TEST_DATABASE_URL: run the tests through jest, whose global set-up starts PostgreSQL.');
  return url;
}

/** The same server, another database. */
export function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** Name of this run's migrated template; a run of its own, for the migrations change between runs. */
export function templateName(): string {
  return `hotline_template_${process.env.TEST_RUN ?? 'manual'}`;
}

/** Makes the migrated template unless another worker of this run has. */
export async function ensureTemplate(admin: Client, migrate: (url: string) => Promise<void>): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [templateName()]);
    if (found.rowCount === 0) await makeTemplate(admin, migrate);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function makeTemplate(admin: Client, migrate: (url: string) => Promise<void>): Promise<void> {
  const unfinished = `${templateName()}_unfinished`;
  await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${unfinished}`);
  await migrate(urlOf(unfinished));
  // Only a template that was migrated to the end gets the name others look for.
  await endConnections(admin, unfinished);
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${templateName()}`);
}

async function endConnections(admin: Client, database: string): Promise<void> {
  await admin.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [database]);
}

/** Removes the template when the run ends; matters on a server that stays. */
export async function dropTemplate(): Promise<void> {
  const admin = new Client({ connectionString: adminUrl() });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${templateName()} WITH (FORCE)`);
  await admin.end();
}
