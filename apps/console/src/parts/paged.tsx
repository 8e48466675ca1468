import type { ReactNode } from 'react';
import type { Pages } from '../api/use-pages';
import { FailedNotice } from './failed-notice';
import { More } from './more';

interface PagedProps {
  readonly pages: Pages<unknown>;
  readonly children: ReactNode;
}

/** A list that grows by pages: why it could not be loaded, what is there, and the button for more. */
export const Paged = ({ pages, children }: PagedProps) => (
  <>
    {pages.error && <FailedNotice error={pages.error} again={pages.again} />}
    {children}
    <More {...pages} />
  </>
);
