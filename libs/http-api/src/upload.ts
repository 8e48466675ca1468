/** A file as it comes in. */
export interface IncomingFile {
  /** As its owner called it; whatever the browser sent. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A form with one file, as it comes in. */
export interface Upload<Fields> {
  /**
   * Reads the form to its end: hands its file to `take`, and answers what that made of it, with the fields wherever they stood.
   * @throws whatever `take` throws; a refusal when there is no file, more than one, or a field is wrong
   */
  receive<Taken>(take: (file: IncomingFile) => Promise<Taken>): Promise<{ fields: Fields; taken: Taken }>;
}
