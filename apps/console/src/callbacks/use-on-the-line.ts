import { useEffect, useState } from 'react';
import { call } from '../api/call';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';

/** Between two signs of life, in milliseconds: several within the shortest time after which a claim is over. */
const beatMs = 5_000;

export interface OnTheLine {
  readonly isCalling: boolean;
  readonly isStarting: boolean;
  /** Why somebody else is, or this caller is no longer. */
  readonly refusal: string | null;
  start(): void;
}

/** Being on the line with a ticket's citizen, until what was heard is recorded or another ticket is chosen. */
export function useOnTheLine(id: string): OnTheLine {
  const claim = useWrite('POST /api/callbacks/:id/claim');
  const [isCalling, setCalling] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!isCalling) return undefined;
    const request = { params: { id }, body: {} };
    const lose = (reason: unknown): void => {
      setCalling(false);
      setRefusal(problemWords(reason));
    };
    const beating = setInterval(() => void call('POST /api/callbacks/:id/claim', request).catch(lose), beatMs);
    return () => {
      clearInterval(beating);
      // What is not let go is over by itself soon.
      void call('POST /api/callbacks/:id/release', request).catch(() => undefined);
    };
  }, [id, isCalling]);
  const start = (): void => {
    setRefusal(null);
    claim.mutateAsync({ params: { id }, body: {} }).then(
      () => setCalling(true),
      (reason: unknown) => setRefusal(problemWords(reason)),
    );
  };
  return { isCalling, isStarting: claim.isPending, refusal, start };
}
