import type { Alert } from '#ticket/clock-kind';
import { fullInstant, instant } from '../words/instant';
import { span } from '../words/span';
import { useNow } from './use-now';

interface DueProps {
  readonly at: string | null;
  readonly alert?: Alert;
  /** Its ticket is put aside: no time runs. */
  readonly paused?: boolean;
  /** Only how long, without the instant. */
  readonly short?: boolean;
}

/** When something is due and how much time is left; red once it is past, yellow when its own clock says so. */
export function Due({ at, alert = 'none', paused, short }: DueProps) {
  const now = useNow();
  if (!at) return <span className="quiet">—</span>;
  const left = new Date(at).getTime() - now;
  const running = left >= 0 ? `剩${span(left)}` : `超${span(left)}`;
  const words = paused ? '暂停计时' : running;
  return (
    <span className={`due due-${left < 0 && !paused ? 'red' : alert}`} title={`到期 ${fullInstant(at)}`}>
      {!short && <span className="due-at">{instant(at)}</span>}
      <span className="due-left">{words}</span>
    </span>
  );
}
