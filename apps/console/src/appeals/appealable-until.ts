import type { TicketView } from '../moves/move-target';

/** Until when its bad rating may be appealed against; null when it may not, or not any more. */
export function appealableUntil({ clocks, excluded }: TicketView): string | null {
  const open = clocks.find(({ kind, state }) => kind === 'appeal-window' && state === 'running');
  return open && !excluded && new Date(open.dueAt) > new Date() ? open.dueAt : null;
}
