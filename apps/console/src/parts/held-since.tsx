import type { TicketRow } from './list-row';
import { span } from '../words/span';
import { useNow } from './use-now';

/** 当前责任人, and for how long. */
export function HeldSince({ holder }: { holder: NonNullable<TicketRow['holder']> }) {
  const now = useNow();
  return (
    <span>
      {holder.department ? holder.department.name : holder.label}
      <span className="quiet"> 已{span(now - new Date(holder.since).getTime())}</span>
    </span>
  );
}
