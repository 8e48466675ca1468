import { Injectable } from '@nestjs/common';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { Remembered } from '#store/remembered';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import type { Trained } from './learn-suggestions';
import { fromBytes } from './model-bytes';
import type { Figures, SuggestionModel } from './suggestion-model';

/** A version without its bytes. */
export interface ModelRow extends Figures {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly version: number;
  readonly trainedAt: Date;
  readonly examples: number;
  readonly isActive: boolean;
}

/** The version in force, as it judges. */
interface ActiveModel {
  readonly id: string;
  readonly version: number;
  readonly model: SuggestionModel;
}

const select = `id, kind, version, trained_at AS "trainedAt", examples, accuracy, coverage, precision, is_active AS "isActive"`;
/** Of each kind so many versions are kept, and the one in force however old it is. */
const keptVersions = 10;

/** The versions of what was learnt, of which one of each kind is in force. */
@Injectable()
export class SuggestionModels {
  /** One of each kind is held: they are megabytes. */
  private readonly held = new Map<SuggestionKind, ActiveModel>();
  private readonly inForce = new Remembered(() =>
    this.database.sql.query<ModelRow>(`SELECT ${select} FROM routing.suggestion_model WHERE is_active`, []),
  );

  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
  ) {}

  /** Null while nothing was learnt. */
  async active(kind: SuggestionKind): Promise<ActiveModel | null> {
    const row = (await this.inForce.value()).find((each) => each.kind === kind);
    if (!row) return null;
    const held = this.held.get(kind);
    if (held?.id === row.id) return held;
    const loaded = { id: row.id, version: row.version, model: fromBytes(await this.bytesOf(row.id)) };
    this.held.set(kind, loaded);
    return loaded;
  }

  page(after: string | null, limit: number): Promise<ModelRow[]> {
    return this.database.sql.query<ModelRow>(
      `SELECT ${select} FROM routing.suggestion_model WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** @throws NotFound */
  async one(id: string): Promise<ModelRow> {
    const row = isUuid(id) ? await modelOf(this.database.sql, id) : undefined;
    if (!row) throw new NotFound('suggestion model');
    return row;
  }

  newest(kind: SuggestionKind): Promise<ModelRow | undefined> {
    return this.database.sql.one<ModelRow>(
      `SELECT ${select} FROM routing.suggestion_model WHERE kind = $1 ORDER BY version DESC LIMIT 1`,
      [kind],
    );
  }

  /** Keeps the next version, which comes into force unless somebody went back to an earlier one. */
  async keep(kind: SuggestionKind, trained: Trained, at: Date): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [last] = await sql.query<ModelRow>(
        `SELECT ${select} FROM routing.suggestion_model WHERE kind = $1 ORDER BY version DESC LIMIT 1 FOR UPDATE`,
        [kind],
      );
      const comesIntoForce = last?.isActive ?? true;
      if (comesIntoForce) await putOutOfForce(sql, kind);
      const { accuracy, coverage, precision } = trained.figures;
      await sql.query(
        `INSERT INTO routing.suggestion_model (id, kind, version, trained_at, examples, accuracy, coverage, precision, is_active, model)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[uuidV7(at), kind, (last?.version ?? 0) + 1, at, trained.examples],
          ...[accuracy, coverage, precision, comesIntoForce, Buffer.from(trained.bytes)],
        ],
      );
      await sql.query(
        `DELETE FROM routing.suggestion_model WHERE kind = $1 AND NOT is_active AND version <= $2::int - ${keptVersions}`,
        [kind, (last?.version ?? 0) + 1],
      );
    });
    this.inForce.forget();
  }

  /** Puts a version into force in place of the one that is. @throws NotFound */
  async activate(id: string, caller: Caller): Promise<void> {
    const { kind } = await this.one(id);
    await this.administration.write(
      caller,
      async (sql) => {
        const [before] = await putOutOfForce(sql, kind);
        await sql.query(`UPDATE routing.suggestion_model SET is_active = true WHERE id = $1`, [id]);
        const after = await modelOf(sql, id);
        if (!after) throw new NotFound('suggestion model');
        return {
          subject: 'suggestion-model',
          subjectId: kind,
          action: 'edit',
          before: before ? told(before) : null,
          after: told(after),
        };
      },
      id,
    );
    this.inForce.forget();
  }

  private async bytesOf(id: string): Promise<Buffer> {
    const row = await this.database.sql.one<{ model: Buffer }>(
      `SELECT model FROM routing.suggestion_model WHERE id = $1`,
      [id],
    );
    if (!row) throw new NotFound('suggestion model');
    return row.model;
  }
}

const told = ({ kind, version, trainedAt }: ModelRow) => ({ kind, version, trainedAt: trainedAt.toISOString() });

const modelOf = (sql: Sql, id: string): Promise<ModelRow | undefined> =>
  sql.one<ModelRow>(`SELECT ${select} FROM routing.suggestion_model WHERE id = $1`, [id]);

async function putOutOfForce(sql: Sql, kind: SuggestionKind): Promise<ModelRow[]> {
  const rows = await sql.query<ModelRow>(
    `SELECT ${select} FROM routing.suggestion_model WHERE kind = $1 AND is_active FOR UPDATE`,
    [kind],
  );
  await sql.query(`UPDATE routing.suggestion_model SET is_active = false WHERE kind = $1 AND is_active`, [kind]);
  return rows;
}
