import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

export interface Choice {
  readonly id: string | null;
  choose(id: string | null): void;
  /** After the work on one is done: the one below it. */
  next(): void;
}

/**
 * Which ticket of a queue is open, kept in the address. It stays open when the queue changes around it, so that
 * nobody's half-written text is replaced by another ticket; and no longer than the same is asked for, or one would work on
 * a ticket that does not stand in the list beside it.
 * @param asked what the queue is the answer to
 */
export function useChoice(ids: readonly string[], opensFirst: boolean, asked: string): Choice {
  const [params, setParams] = useSearchParams();
  const [askedFirst, setAskedFirst] = useState(asked);
  const isOfAnother = askedFirst !== asked;
  const chosen = isOfAnother ? null : params.get('id');
  const choose = useCallback(
    (id: string | null) =>
      setParams(
        (former) => {
          if (id) former.set('id', id);
          else former.delete('id');
          return former;
        },
        { replace: id !== null && opensFirst },
      ),
    [setParams, opensFirst],
  );
  useEffect(() => {
    if (!isOfAnother) return;
    choose(null);
    setAskedFirst(asked);
  }, [isOfAnother, asked, choose]);
  const first = opensFirst ? (ids[0] ?? null) : null;
  useEffect(() => {
    // What stands open is written down, or a more pressing ticket that arrives would take its place.
    if (!isOfAnother && chosen === null && first !== null) choose(first);
  }, [isOfAnother, chosen, first, choose]);
  const id = chosen ?? first;
  const next = (): void => {
    const at = id === null ? -1 : ids.indexOf(id);
    const others = ids.filter((each) => each !== id);
    choose(others[Math.min(Math.max(at, 0), others.length - 1)] ?? null);
  };
  return { id, choose, next };
}
