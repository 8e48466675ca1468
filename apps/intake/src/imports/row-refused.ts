/** One row is not taken, in a clerk's words. They name the column and never what stands in it: it may be somebody's. */
export class RowRefused extends Error {
  constructor(
    readonly column: string | null,
    readonly reason: string,
  ) {
    super(reason);
    this.name = 'RowRefused';
  }
}
