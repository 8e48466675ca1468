import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileOf } from '../start/root.mjs';

/** What the planted imports name: one file per folder, and one module for the hotline to gather. */
const TARGETS = [
  ...['ticket', 'calendar', 'documents', 'http-api', 'store', 'queue', 'platform', 'testing'].map(
    (name) => `libs/${name}/src/x.ts`,
  ),
  ...['intake', 'routing', 'satisfaction', 'hotline'].map((name) => `apps/${name}/src/x.ts`),
  'apps/routing/src/routing-module.ts',
  'tests/x.ts',
];

/** Writes the imports into a throw-away tree of our layout, calls `work` with its directory and removes it. */
export async function plantTree(imports, work) {
  const directory = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const target of TARGETS) write(join(directory, target), 'export const x = 1;\n');
    for (const { file, imports: from } of imports) write(join(directory, file), `export * from '${from}';\n`);
    copyFileSync(fileOf('package.json'), join(directory, 'package.json'));
    symlinkSync(fileOf('node_modules'), join(directory, 'node_modules'));
    await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
