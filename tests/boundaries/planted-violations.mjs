// Imports that must never be written. scripts/check-boundaries.mjs plants each of them in a tree of its own and fails
// unless exactly these are caught: a rule that catches nothing looks just like a clean tree.

/** @typedef {{ rule: string, file: string, imports: string, target?: string }} Planted */

/** @type {Planted[]} */
export const PLANTED = [
  { rule: 'libs/ticket imports', file: 'libs/ticket/src/a.ts', imports: '#calendar/x' },
  { rule: 'libs/ticket imports', file: 'libs/ticket/src/b.ts', imports: '#store/x' },
  { rule: 'libs/calendar imports', file: 'libs/calendar/src/a.ts', imports: '#ticket/x' },
  { rule: 'libs/documents imports', file: 'libs/documents/src/a.ts', imports: '#ticket/x' },
  { rule: 'libs/http-api imports', file: 'libs/http-api/src/a.ts', imports: '#store/x' },
  { rule: 'libs/store imports', file: 'libs/store/src/a.ts', imports: '#queue/x' },
  { rule: 'libs/queue imports', file: 'libs/queue/src/a.ts', imports: '#platform/x' },
  { rule: 'libs/platform imports', file: 'libs/platform/src/a.ts', imports: '#intake/x' },
  { rule: 'apps/intake imports', file: 'apps/intake/src/a.ts', imports: '#routing/x' },
  { rule: 'apps/intake imports', file: 'apps/intake/src/b.ts', imports: '../../routing/src/x' },
  { rule: 'apps/routing imports', file: 'apps/routing/src/a.ts', imports: '#satisfaction/x' },
  { rule: 'apps/deadlines imports', file: 'apps/deadlines/src/a.ts', imports: '#hotline/x' },
  { rule: 'apps/satisfaction imports', file: 'apps/satisfaction/src/a.ts', imports: '#intake/x' },
  { rule: 'apps/hotline imports', file: 'apps/hotline/src/a.ts', imports: '#intake/x' },
  { rule: 'apps/console imports', file: 'apps/console/src/a.tsx', imports: '#store/x' },
  {
    rule: 'the citizens’ pages load nothing of the console',
    file: 'apps/console/src/track/a.tsx',
    imports: '#http-api/x',
  },
  { rule: 'the citizens’ pages load nothing of the console', file: 'apps/console/src/track/b.tsx', imports: 'react' },
  {
    rule: 'the citizens’ pages load nothing of the console',
    file: 'apps/console/src/survey/a.tsx',
    imports: 'react',
  },
  { rule: 'libs/testing imports', file: 'libs/testing/src/a.ts', imports: '#intake/x' },
  { rule: 'testing only from tests', file: 'libs/store/src/b.ts', imports: '#testing/x' },
  { rule: 'testing only from tests', file: 'apps/intake/src/c.ts', imports: '#testing/x' },
  { rule: 'tests and benches are imported by nobody', file: 'apps/intake/src/d.ts', imports: '../../../tests/x' },
  { rule: 'pure libraries stay pure', file: 'libs/ticket/src/c.ts', imports: '@nestjs/common' },
  { rule: 'pure libraries stay pure', file: 'libs/calendar/src/b.ts', imports: 'typeorm' },
  { rule: 'no circles', file: 'libs/ticket/src/circle-a.ts', imports: './circle-b' },
  { rule: 'no development packages in production code', file: 'libs/queue/src/b.ts', imports: 'fast-check' },
  { rule: 'every import is found', file: 'libs/queue/src/c.ts', imports: './nowhere' },
];

/** Imports that are right, so that a rule cannot pass by catching everything. */
export const ALLOWED = [
  { file: 'libs/store/src/c.ts', imports: '#ticket/x' },
  { file: 'libs/platform/src/b.ts', imports: '#queue/x' },
  { file: 'libs/platform/src/c.ts', imports: '#documents/x' },
  { file: 'apps/routing/src/b.ts', imports: '#platform/x' },
  { file: 'apps/hotline/src/b.ts', imports: '#routing/routing-module' },
  { file: 'apps/console/src/b.tsx', imports: '#calendar/x' },
  { file: 'apps/console/src/track/c.tsx', imports: '#ticket/x' },
  { file: 'apps/console/src/track/d.tsx', imports: 'preact' },
  { file: 'apps/console/src/survey/b.tsx', imports: 'preact' },
  { file: 'apps/intake/src/a.spec.ts', imports: '#testing/x' },
  { file: 'tests/journeys/a.spec.ts', imports: '#hotline/x' },
  // The other half of the planted circle, which is reported once.
  { file: 'libs/ticket/src/circle-b.ts', imports: './circle-a' },
];

/** SQL that only libs/store may write, and SQL that others may. */
export const SQL = [
  { folder: 'apps', sql: 'UPDATE ticket.ticket SET state = $1', caught: true },
  { folder: 'apps', sql: 'update only "ticket"."clock" set due = $1', caught: true },
  { folder: 'apps', sql: 'INSERT INTO\n ticket.outbox VALUES ($1)', caught: true },
  { folder: 'libs/platform', sql: 'DELETE FROM ticket.history', caught: true },
  { folder: 'libs/queue', sql: 'INSERT INTO ticket.history VALUES ($1)', caught: true },
  { folder: 'libs/queue', sql: 'DELETE FROM ticket.outbox WHERE id = $1', caught: false },
  { folder: 'apps', sql: 'SELECT id FROM ticket.ticket FOR UPDATE', caught: false },
  { folder: 'apps', sql: 'INSERT INTO deadlines.time_limit VALUES ($1)', caught: false },
];
