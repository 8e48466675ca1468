import type { Ledger } from './ledger';
import type { Check } from './reconcile/check';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** The columns a Chinese character takes on a terminal are two. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (each > '\u2e80' ? 2 : 1), 0);
const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** The table that must reconcile. */
export function showChecks(checks: readonly Check[]): void {
  say(`${padEnd('', 34)}${padStart('ledger', 20)}${padStart('hotline', 22)}`);
  for (const { label, ledger, hotline, holds } of checks) {
    if (ledger === 0 && hotline === 0 && holds && label !== 'dead letters') continue;
    say(`${padEnd(label, 34)}${padStart(String(ledger), 20)}${padStart(String(hotline), 22)}  ${holds ? '✓' : '✗'}`);
  }
}

/** How often each plot was played. */
export function showPlots(ledger: Ledger): void {
  const played = new Map<string, number>();
  for (const { plot } of ledger.all()) played.set(plot, (played.get(plot) ?? 0) + 1);
  const told = [...played].sort(([, left], [, right]) => right - left).map(([plot, count]) => `${plot} ${count}`);
  say(`Played: ${told.join(' · ')}`);
}

/** What went wrong, the same things together. */
export function showMishaps(ledger: Ledger): void {
  const alike = new Map<string, number>();
  for (const { plot, step, reason } of ledger.mishaps) {
    const line = `${plot}, at ${step}: ${reason}`;
    alike.set(line, (alike.get(line) ?? 0) + 1);
  }
  const worst = [...alike].sort(([, left], [, right]) => right - left).slice(0, 20);
  for (const [line, count] of worst) say(`✗ ${count} × ${line}`);
}
