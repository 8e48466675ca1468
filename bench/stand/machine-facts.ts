import { cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import type { Stand } from './stand';

/** On what a figure was measured. */
export interface MachineFacts {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgres: string;
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly queue: string;
  /** Of the last minute, before anything was measured: more than the cores means that others are at work too. */
  readonly loadBefore: number;
}

export async function machineFacts({ databaseUrl, staff }: Stand, loadBefore: number): Promise<MachineFacts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const show = async (setting: string) => {
    const { rows } = await client.query<{ value: string }>(`SELECT current_setting($1) AS value`, [setting]);
    return rows[0]?.value ?? '?';
  };
  const { queue } = (await staff.agent.get('/health/ready')) as { queue: string };
  const facts = {
    processor: cpus()[0]?.model ?? '?',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: await show('server_version'),
    fsync: await show('fsync'),
    synchronousCommit: `${await show('synchronous_commit')}; off for clocks and search, which are derived`,
    queue,
    loadBefore,
  };
  await client.end();
  return facts;
}

export const loadOfLastMinute = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;
