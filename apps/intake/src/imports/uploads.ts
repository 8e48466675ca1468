import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FileFormat } from '#http-api/file-format';
import type { ImportKind } from '#ticket/import-kind';
import { Administration } from '#store/administration';
import { asBytea } from '#store/citizen';
import { Database } from '#store/database';
import { databaseTime } from '#store/database-time';
import { KeyRing } from '#store/key-ring';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { BadFile } from '#platform/tables/bad-file';
import { SealedPieces } from './sealed-pieces';
import { sourceRows } from './source-rows';
import { pieceBytes, SpooledFile } from './spooled-file';
import { typeFault } from './type-fault';
import { EncodingWatch, type Encoding } from '#platform/tables/text-encoding';

/** A file as it arrives. */
export interface Upload {
  readonly kind: ImportKind;
  readonly format: FileFormat;
  readonly name: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface Spooled {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding | null;
}

const megabyte = 1_048_576;

/** Takes files in: into sealed pieces as they arrive, then looks whether they are what they say. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly administration: Administration,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers the import's id. @throws Refusal for a file that is too large or not what it says, with nothing kept of it */
  async take(upload: Upload, caller: Caller): Promise<string> {
    const { dataKey, wrappedKey } = this.keys.dataKey();
    const id = await this.begin(upload, wrappedKey, caller);
    try {
      const spooled = await this.spool(id, dataKey, upload.bytes);
      await this.check(id, dataKey, upload, spooled);
      await this.admit(id, upload, spooled, caller);
    } catch (error) {
      await this.database.sql.query(`DELETE FROM intake.import WHERE id = $1 AND state = 'uploading'`, [id]);
      throw error instanceof BadFile ? new Refusal('invalid', error.detail) : error;
    }
    return id;
  }

  private async begin({ kind, format, name }: Upload, wrappedKey: Buffer, caller: Caller): Promise<string> {
    const id = uuidV7(await databaseTime(this.database.sql));
    await this.database.sql.query(
      `INSERT INTO intake.import (id, kind, format, name, state, uploaded_by, created_at, wrapped_key, beaten_at)
       VALUES ($1, $2, $3, $4, 'uploading', $5, clock_timestamp(), $6, clock_timestamp())`,
      [id, kind, format, name, caller.id, asBytea(wrappedKey)],
    );
    return id;
  }

  private async spool(id: string, dataKey: Buffer, chunks: AsyncIterable<Uint8Array>): Promise<Spooled> {
    const pieces = new SealedPieces(this.database.sql, id, 'file', dataKey);
    const [hash, encoding] = [createHash('sha256'), new EncodingWatch()];
    let [bytes, place] = [0, 0];
    for await (const piece of inPieces(chunks)) {
      bytes += piece.length;
      if (bytes > this.settings.importMaxMb * megabyte)
        throw new Refusal('too-large', `文件超过${this.settings.importMaxMb}MB，请分成几个文件`);
      hash.update(piece);
      encoding.see(piece);
      await pieces.put(place++, piece);
      // Says that it goes on: what nobody goes on with is thrown away.
      await this.database.sql.query(`UPDATE intake.import SET beaten_at = clock_timestamp() WHERE id = $1`, [id]);
    }
    return { bytes, sha256: hash.digest('hex'), encoding: encoding.found() };
  }

  /** Reads it up to its first row: the type, the encoding and the headings are then known to be right. */
  private async check(id: string, dataKey: Buffer, { kind, format }: Upload, spooled: Spooled): Promise<void> {
    const { sql } = this.database;
    const file = new SpooledFile(new SealedPieces(sql, id, 'file', dataKey), spooled.bytes);
    if (spooled.bytes === 0) throw new BadFile('文件是空的');
    const fault = await typeFault(await beginningOf(file), format);
    if (fault) throw new BadFile(fault);
    if (format !== 'xlsx' && !spooled.encoding) throw new BadFile('文字编码无法识别，请另存为 UTF-8 编码后再上传');
    const strings = new SealedPieces(sql, id, 'strings', dataKey);
    for await (const _row of sourceRows[format]({ kind, encoding: spooled.encoding, file, strings })) return;
    throw new BadFile('文件里没有数据');
  }

  /** From now on any process may take it up. Its name stays out of the log that is kept for good: it may name somebody. */
  private async admit(id: string, { kind, format }: Upload, spooled: Spooled, caller: Caller): Promise<void> {
    const { bytes, sha256, encoding } = spooled;
    const after = { kind, format, bytes, sha256 };
    await this.administration.write({ id: caller.id }, async (sql, at) => {
      await sql.query(
        `UPDATE intake.import SET state = 'waiting', bytes_total = $2, sha256 = $3, encoding = $4, created_at = $5, beaten_at = NULL
         WHERE id = $1`,
        [id, bytes, sha256, format === 'xlsx' ? null : encoding, at],
      );
      return { subject: 'import', subjectId: id, action: 'upload', before: null, after };
    });
  }

  /** Uploads whose process died, or whose caller went away unheard. */
  async forgetBroken(): Promise<void> {
    await this.database.sql.query(
      `DELETE FROM intake.import WHERE state = 'uploading' AND beaten_at < clock_timestamp() - interval '10 minutes'`,
      [],
    );
  }
}

/** All pieces but the last one are full. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    const whole = Buffer.concat(waiting);
    const end = length - (length % pieceBytes);
    for (let at = 0; at < end; at += pieceBytes) yield whole.subarray(at, at + pieceBytes);
    waiting = [whole.subarray(end)];
    length -= end;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

async function beginningOf(file: SpooledFile): Promise<Buffer> {
  for await (const chunk of file.stream(0, Math.min(file.size, 512))) return chunk as Buffer;
  return Buffer.alloc(0);
}
