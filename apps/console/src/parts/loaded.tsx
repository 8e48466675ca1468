import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { FailedNotice } from './failed-notice';

interface Question<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  refetch(): unknown;
}

/** Shows an answer once it is there; until then a skeleton, or why it did not come. */
export function Loaded<Data>({ of, children }: { of: Question<Data>; children(data: Data): ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <FailedNotice error={of.error} again={() => of.refetch()} />;
  return <Skeleton active className="loading" />;
}
