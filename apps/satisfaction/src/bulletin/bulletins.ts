import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { canonicalJson } from '#store/canonical-json';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Refusal } from '#platform/problems';
import type { Period } from '../period';
import { BulletinContents } from './bulletin-contents';
import { bulletinRows } from './bulletin-kinds';
import { BulletinMaker } from './bulletin-maker';
import { bulletinSelect, readBulletin, signBulletin, type BulletinRow, type WholeBulletin } from './bulletin-rows';
import { correctionsOf } from './corrections';

type Correction = RouteAnswer<'GET /api/bulletins/:id/corrections'>['items'][number];

/** Bulletins as people make, sign and read them. */
@Injectable()
export class Bulletins {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly maker: BulletinMaker,
    private readonly contents: BulletinContents,
  ) {}

  async page({ kind, limit, cursor }: RouteInput<'GET /api/bulletins'>['query']) {
    const [starts = null, id = null] = readCursor(cursor, 'day', 'id') ?? [];
    const rows = await this.database.lists.query<BulletinRow>(
      `${bulletinSelect} WHERE ($1::text IS NULL OR b.kind = $1) AND ($2::date IS NULL OR (b.starts, b.id) < ($2, $3))
       ORDER BY b.starts DESC, b.id DESC LIMIT $4`,
      [kind ?? null, starts, id, limit + 1],
    );
    return cut(rows, limit, (row) => [row.starts, row.id]);
  }

  one(id: string): Promise<WholeBulletin> {
    return readBulletin(this.database.sql, id);
  }

  /** Of the period that a day lies in. @throws Refusal for one that has not begun, or is signed */
  async make({ kind, on }: RouteInput<'POST /api/bulletins'>['body'], caller: Caller): Promise<string> {
    const id = await this.maker.make(kind, bulletinRows[kind].period(on), caller.id);
    if (!id) throw new Refusal('conflict', '这一期已经签发，不能重做；以后的变化在“更正”里列出');
    return id;
  }

  /** @throws Refusal when somebody was quicker */
  async sign(id: string, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const bulletin = await readBulletin(sql, id);
        const sha256 = createHash('sha256').update(canonicalJson(bulletin.sections)).digest('hex');
        if (!(await signBulletin(sql, id, { by: caller.id, at, sha256 })))
          throw new Refusal('conflict', '这一期已经签发');
        const { kind, starts, ends, number, asOf } = bulletin;
        const after = { kind, starts, ends, number, asOf: asOf.toISOString(), sha256 };
        return { subject: 'bulletin', subjectId: id, action: 'sign', before: null, after };
      },
      id,
    );
  }

  /** It leaves the house as a file, which administrators are told. */
  async takenOut(id: string, format: string, { id: by }: Caller): Promise<WholeBulletin> {
    const bulletin = await this.one(id);
    const { kind, starts, ends, number } = bulletin;
    const after = { kind, starts, ends, number, format };
    const taken = { subject: 'bulletin', subjectId: id, action: 'takeOut', before: null, after } as const;
    await this.administration.write({ id: by }, () => Promise.resolve(taken));
    return bulletin;
  }

  /** What a signed one would say otherwise now. @throws Refusal for a draft, which is made anew */
  async corrections(id: string): Promise<Correction[]> {
    const { kind, state, starts, ends, sections } = await this.one(id);
    if (state === 'draft') throw new Refusal('conflict', '这一期还没有签发，请重新生成');
    const period: Period = { from: starts, to: ends };
    return correctionsOf(sections, (await this.contents.of(kind, period)).sections);
  }
}
