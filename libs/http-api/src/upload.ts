/** A file as it comes in. */
export interface IncomingFile {
  /** As its owner called it; whatever the browser sent. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Fields of a form as they were sent. */
export type FieldsBefore = Readonly<Record<string, unknown>>;

/** A form with one file, as it comes in. */
export interface Upload<Fields> {
  /**
   * Reads the form to its end: hands its file to `take`, with the fields that stood before it and are not parsed yet, and
   * answers what that made of it, with all fields wherever they stood.
   * @throws whatever `take` throws; a refusal when there is no file, more than one, or a field is wrong
   */
  receive<Taken>(
    take: (file: IncomingFile, before: FieldsBefore) => Promise<Taken>,
  ): Promise<{ fields: Fields; taken: Taken }>;
}
