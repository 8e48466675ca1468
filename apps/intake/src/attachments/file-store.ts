import type { Readable } from 'node:stream';

/** From the first to the last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Something that is read from the store, and how long it is. */
export interface StoredBytes {
  readonly content: Readable;
  readonly bytes: number;
}

/** Nothing lies in the store under this key. */
export class MissingFile extends Error {
  constructor(key: string) {
    super(`file ${key} is missing in the store`);
    this.name = 'MissingFile';
  }
}

/** Where the bytes of attachments lie. Keys are random, each is written once, and nobody outside learns them. */
export interface FileStore {
  /** Writes, and removes again, a file of its own. @throws WrongSetting that says what to do, when that fails */
  check(): Promise<void>;
  /** Is on the disk when it resolves; leaves nothing when the content breaks off. @throws whatever reading the content throws */
  write(key: string, content: Readable): Promise<void>;
  /** @throws MissingFile */
  read(key: string, range?: ByteRange): Promise<StoredBytes>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
}

/** Injection token of the store. */
export const FILE_STORE = Symbol('file store');
