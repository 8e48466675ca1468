import { decrypt, encrypt } from '#store/aes-gcm';
import type { Sql } from '#store/sql';

/** What an import keeps in pieces: the uploaded bytes, and the words a workbook's sheet refers to. */
export type PieceKind = 'file' | 'strings';

/** Numbered pieces of one import in the database, sealed under its own key: what is in them is people's. */
export class SealedPieces {
  constructor(
    private readonly sql: Sql,
    private readonly importId: string,
    private readonly kind: PieceKind,
    private readonly dataKey: Buffer,
  ) {}

  async put(place: number, plain: Buffer): Promise<void> {
    await this.sql.query(`INSERT INTO intake.import_piece (import_id, kind, place, sealed) VALUES ($1, $2, $3, $4)`, [
      this.importId,
      this.kind,
      place,
      encrypt(this.dataKey, plain, this.about(place)),
    ]);
  }

  /** @throws Error for a piece that is not there, or that was changed */
  async get(place: number): Promise<Buffer> {
    const row = await this.sql.one<{ sealed: Buffer }>(
      `SELECT sealed FROM intake.import_piece WHERE import_id = $1 AND kind = $2 AND place = $3`,
      [this.importId, this.kind, place],
    );
    if (!row) throw new Error(`import ${this.importId} has no ${this.kind} piece ${place}`);
    return decrypt(this.dataKey, row.sealed, this.about(place));
  }

  async clear(): Promise<void> {
    await this.sql.query(`DELETE FROM intake.import_piece WHERE import_id = $1 AND kind = $2`, [
      this.importId,
      this.kind,
    ]);
  }

  private about(place: number): string {
    return `${this.importId}/${this.kind}/${place}`;
  }
}
