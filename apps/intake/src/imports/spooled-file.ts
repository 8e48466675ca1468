import { Readable } from 'node:stream';
import type { SealedPieces } from './sealed-pieces';

/** Bytes of a piece of a file. */
export const pieceBytes = 1_048_576;

/** An uploaded file, read from its pieces at any place; one of them is in memory at a time. */
export class SpooledFile {
  /** Bytes read so far by streams: how far the reading has come. */
  bytesRead = 0;
  private last: { place: number; bytes: Buffer } | undefined;

  constructor(
    private readonly pieces: SealedPieces,
    readonly size: number,
  ) {}

  /** The bytes from `start` up to and without `end`. */
  stream(start = 0, end = this.size): Readable {
    return Readable.from(this.chunks(start, end));
  }

  private async *chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const piece = await this.piece(Math.floor(at / pieceBytes));
      const chunk = piece.subarray(at % pieceBytes, (at % pieceBytes) + end - at);
      if (chunk.length === 0) return;
      at += chunk.length;
      this.bytesRead = Math.min(this.size, this.bytesRead + chunk.length);
      yield chunk;
    }
  }

  private async piece(place: number): Promise<Buffer> {
    if (this.last?.place !== place) this.last = { place, bytes: await this.pieces.get(place) };
    return this.last.bytes;
  }
}
