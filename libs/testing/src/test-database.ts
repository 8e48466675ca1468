import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { adminUrl, ensureTemplate, templateName, urlOf } from './test-template';

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  url: string;
  /** Removes it; connections that are still open are cut. */
  drop(): Promise<void>;
}

/** Copies the run's migrated template, which takes some 50 ms; the first call of a run migrates it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  await asAdmin((admin) => ensureTemplate(admin, migrate));
  return createFrom(templateName());
}

/** One that no hotline has ever seen. */
export const createEmptyDatabase = (): Promise<TestDatabase> => createFrom('template0');

async function createFrom(template: string): Promise<TestDatabase> {
  const name = `hotline_test_${randomBytes(6).toString('hex')}`;
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: urlOf(name),
    drop: () => asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function migrate(url: string): Promise<void> {
  // Loaded only by the worker that makes the template: TypeORM and the migrations take the others nothing.
  const store = await import('#store/migrate');
  await store.migrate(url);
}
