import { audit } from './audit';
import type { Bench } from './bench';
import { dispatch } from './dispatch';
import { fairness } from './fairness';
import { finding } from './finding';
import { hotIssues } from './hot-issues';
import { idle } from './idle';
import { imports } from './imports';
import { lifecycles } from './lifecycles';
import { listExports } from './list-exports';
import { lookAlikes } from './look-alikes';
import { mix } from './mix';
import { permission } from './permission';
import { privacy } from './privacy';
import { registrations } from './registrations';

/** In the order in which they run: idle memory before anything was done, the mix on a filled database, the audit on one with a million lines, fairness last because of all that it leaves. */
export const benches = {
  idle: { bench: idle, storedTickets: 0 },
  registrations: { bench: registrations, storedTickets: 0 },
  privacy: { bench: privacy, storedTickets: 0 },
  dispatch: { bench: dispatch, storedTickets: 0 },
  lifecycles: { bench: lifecycles, storedTickets: 0 },
  permission: { bench: permission, storedTickets: 0 },
  imports: { bench: imports, storedTickets: 0 },
  exports: { bench: listExports, storedTickets: 50_000 },
  mix: { bench: mix, storedTickets: 50_000 },
  'look-alikes': { bench: lookAlikes, storedTickets: 50_000 },
  finding: { bench: finding, storedTickets: 50_000 },
  'hot-issues': { bench: hotIssues, storedTickets: 50_000 },
  audit: { bench: audit, storedTickets: 200_000 },
  fairness: { bench: fairness, storedTickets: 0 },
} as const satisfies Record<string, { bench: Bench; storedTickets: number }>;

export type BenchName = keyof typeof benches;
export const benchNames = Object.keys(benches) as BenchName[];
