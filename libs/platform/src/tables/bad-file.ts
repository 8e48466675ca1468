/** A file that cannot be read as what it says it is, in a clerk's words: refused whole, or read up to there. */
export class BadFile extends Error {
  constructor(readonly detail: string) {
    super(detail);
    this.name = 'BadFile';
  }
}
