import type { ReactNode } from 'react';
import type { Pages } from '../api/use-pages';
import { ExportButton } from './export-button';
import { FailedNotice } from './failed-notice';
import { More } from './more';

interface PagedProps {
  readonly pages: Pages<unknown>;
  readonly children: ReactNode;
}

/** A list that grows by pages: why it could not be loaded, what is there, and the buttons for more and for all of it. */
export const Paged = ({ pages, children }: PagedProps) => (
  <>
    {pages.error && <FailedNotice error={pages.error} again={pages.again} />}
    {pages.items.length > 0 && (
      <div className="list-bar">
        <ExportButton question={pages.question} />
      </div>
    )}
    {children}
    <More {...pages} />
  </>
);
