import type { Ledger } from '../ledger';
import { ProgressBar } from '../progress-bar';
import type { Staff } from '../staff';
import type { Check } from './check';
import { checkClocks, clocked } from './clocks';
import { checkDeadLetters } from './dead-letters';
import { checkReport } from './report';
import { checkStates } from './states';

/** Holds the ledger against the hotline. */
export async function reconcile(staff: Staff, ledger: Ledger, lettersBefore: ReadonlySet<string>): Promise<Check[]> {
  const states = await checkStates(staff.manager, ledger);
  const open = clocked(ledger);
  const bar = new ProgressBar('Looking at clocks', open.length);
  const clocks = await checkClocks(staff.manager, open, bar).finally(() => bar.end());
  const report = await checkReport(staff.manager, ledger);
  return [...states, ...report, clocks, await checkDeadLetters(staff.admin, lettersBefore)];
}
