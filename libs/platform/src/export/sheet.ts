import type { ListColumn } from '#http-api/list-columns';

/** A list on its way out: page after page, and below them who took it, when, and how many there were. */
export interface Sheet {
  readonly columns: readonly ListColumn[];
  readonly pages: AsyncIterable<readonly unknown[]>;
  /** To be asked once the pages are over. */
  readonly watermark: () => string;
}
