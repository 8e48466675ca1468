import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveNames, newsNames, refreshCalls, refreshLive, refreshNews, type Live, type News } from '../api/live-routes';
import { pathOf } from '#http-api/routes';

/** Changes that come together are shown together; a hotline's many pages do not all ask at the same moment. */
const [gatherMs, jitterMs] = [700, 800];
/** A browser gives up on a refused stream; we ask again. */
const reconnectMs = 10_000;

/** Listens to what changed in the own scope and asks for it again. The stream carries ids only. */
export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      listen(
        (live, ids) => refreshLive(client, live, ids),
        () => refreshCalls(client),
        (news) => refreshNews(client, news),
      ),
    [client],
  );
}

function listen(
  refresh: (live: Live, ids?: ReadonlySet<string>) => void,
  ring: () => void,
  tell: (news: News) => void,
): () => void {
  let changed = new Map<Live, Set<string>>();
  let gathering: number | undefined;
  let reconnecting: number | undefined;
  let stream: EventSource;
  const show = (): void => {
    gathering = undefined;
    changed.forEach((ids, live) => refresh(live, ids));
    changed = new Map();
  };
  const hear = (live: Live, event: MessageEvent<string>): void => {
    const ids = changed.get(live) ?? new Set();
    for (const id of idsIn(event.data)) ids.add(id);
    changed.set(live, ids);
    gathering ??= window.setTimeout(show, gatherMs + Math.random() * jitterMs);
  };
  const open = (isAgain: boolean): void => {
    stream = new EventSource(pathOf('GET /api/events'));
    for (const live of liveNames) stream.addEventListener(live, (event: MessageEvent<string>) => hear(live, event));
    // Too many windows of one account: this one listens again when somebody looks at it anew.
    stream.addEventListener('replaced', () => stream.close());
    // A telephone that rings does not wait to be gathered.
    stream.addEventListener('calls', ring);
    // Nor does what everybody is to answer.
    for (const news of newsNames) stream.addEventListener(news, () => tell(news));
    stream.onopen = () => {
      if (!isAgain) return;
      refresh('tickets');
      ring();
      newsNames.forEach(tell);
    };
    stream.onerror = () => {
      isAgain = true;
      if (stream.readyState === EventSource.CLOSED) reconnecting = window.setTimeout(() => open(true), reconnectMs);
    };
  };
  // A browser holds six connections to one address: pages that nobody looks at leave theirs to those that are.
  const turn = (): void => {
    window.clearTimeout(reconnecting);
    stream.close();
    if (document.visibilityState === 'visible') open(true);
  };
  open(false);
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    stream.close();
    window.clearTimeout(gathering);
    window.clearTimeout(reconnecting);
  };
}

/** Every string in an event is an id. */
function idsIn(data: string): string[] {
  try {
    const parsed: unknown = JSON.parse(data);
    const values = parsed !== null && typeof parsed === 'object' ? Object.values(parsed).flat() : [parsed];
    return values.filter((value): value is string => typeof value === 'string');
  } catch {
    return [data];
  }
}
