/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';
import { Notices, type Notice } from './notice';
import { PairForm } from './pair-form';
import { TrackedTicket } from './tracked-ticket';

interface Found {
  readonly pair: TrackingPair;
  readonly view: TrackedView;
}

/** 进度查询. Number and code are held by this page alone, and gone with it: the next person at the screen finds nothing. */
export function TrackPage() {
  const [found, setFound] = useState<Found | null>(null);
  const [visitor, setVisitor] = useState(1);
  const [notice, say] = useState<Notice | null>(null);
  const leave = (): void => {
    setFound(null);
    say(null);
    setVisitor((before) => before + 1);
  };
  useEffect(() => {
    // A browser may keep a page that was left, with what was typed, to show it again by its back button.
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);
  return (
    <Notices.Provider value={[notice, say]}>
      <header class="head">12345 政务服务便民热线</header>
      <main>
        {found ? (
          <TrackedTicket
            pair={found.pair}
            view={found.view}
            onChange={(view) => setFound({ ...found, view })}
            onLeave={leave}
          />
        ) : (
          <>
            <h1>诉求进度查询</h1>
            <PairForm key={visitor} onFound={(pair, view) => setFound({ pair, view })} />
          </>
        )}
      </main>
      <footer class="foot">有疑问请拨打 12345</footer>
    </Notices.Provider>
  );
}
