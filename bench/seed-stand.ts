import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Stand } from './stand/stand';

/** Fills the running stand as `npm run seed` does. */
export async function seedStand({ dataDirectory }: Stand, tickets: number): Promise<void> {
  const program = join(__dirname, '../scripts/seed/main.js');
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [program, String(tickets)], {
    env: { ...environment, DATA_DIR: dataDirectory },
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('the seed failed');
}
