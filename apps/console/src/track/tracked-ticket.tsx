/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';
import { Acts } from './acts';
import { Answers } from './answers';
import { ask } from './ask';
import { Fault } from './fault';
import { useTold } from './notice';
import { Overview } from './overview';
import { Steps } from './steps';
import { useAsking } from './use-asking';

interface TrackedTicketProps {
  readonly pair: TrackingPair;
  readonly view: TrackedView;
  readonly onChange: (view: TrackedView) => void;
  readonly onLeave: () => void;
}

/** One ticket: what it is about, where it stands, what was answered, and what its citizen may do. */
export function TrackedTicket({ pair, view, onChange, onLeave }: TrackedTicketProps) {
  const [told, tell] = useTold();
  const asking = useAsking(onChange);
  const title = useRef<HTMLHeadingElement>(null);
  // Who cannot see the page hears that it is another one.
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h1 ref={title} tabIndex={-1} class="title">
        {view.title}
      </h1>
      <p class="told" role="status">
        {told}
      </p>
      <Overview view={view} />
      <Answers answers={view.answers} />
      <Acts
        pair={pair}
        view={view}
        onDone={(next, words) => {
          onChange(next);
          tell(words);
        }}
      />
      <Steps steps={view.steps} />
      <Fault refusal={asking.refusal} />
      <div class="buttons">
        <button type="button" disabled={asking.isBusy} onClick={() => void asking.run(null, () => ask('', pair))}>
          刷新进度
        </button>
        <button type="button" onClick={onLeave}>
          离开
        </button>
      </div>
    </>
  );
}
