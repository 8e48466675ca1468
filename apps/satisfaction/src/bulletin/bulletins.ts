import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { canonicalJson } from '#store/canonical-json';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { shanghaiDate } from '#store/shanghai-date';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { LookWatch } from '#platform/look-watch';
import { Refusal, refusalAt } from '#platform/problems';
import { BulletinContents } from './bulletin-contents';
import { bulletinRows } from './bulletin-kinds';
import { BulletinMaker } from './bulletin-maker';
import {
  bulletinSelect,
  holdBulletins,
  readBulletin,
  signBulletin,
  type BulletinRow,
  type WholeBulletin,
} from './bulletin-rows';
import { correctedSections, correctionsOf } from './corrections';
import { ticketsIn } from './tickets-in';

type Correction = RouteAnswer<'GET /api/bulletins/:id/corrections'>['items'][number];

/** Bulletins as people make, sign and read them. */
@Injectable()
export class Bulletins {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly maker: BulletinMaker,
    private readonly contents: BulletinContents,
    private readonly watch: LookWatch,
    private readonly clock: Clock,
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
    const period = bulletinRows[kind].period(on);
    if (period.from > shanghaiDate(this.clock.now())) throw refusalAt('on', '这一期还没有开始');
    const id = await this.maker.make(kind, period, caller.id);
    if (!id) throw new Refusal('conflict', '这一期已经签发，不能重做；以后的变化在“更正”里列出');
    return id;
  }

  /** @param asOf of the draft that was read @throws Refusal when somebody was quicker, or the period goes on */
  async sign(id: string, asOf: Date, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        await holdBulletins(sql);
        const bulletin = await readBulletin(sql, id);
        if (bulletinRows[bulletin.kind].isMadeByItself && bulletin.ends >= shanghaiDate(at))
          throw new Refusal('conflict', '统计周期还没有结束，结束后再签发');
        if (bulletin.asOf.getTime() !== asOf.getTime())
          throw new Refusal('conflict', '这一期已重新生成，请刷新后核对再签发');
        const sha256 = createHash('sha256').update(canonicalJson(bulletin.sections)).digest('hex');
        if (!(await signBulletin(sql, id, { by: caller.id, at, sha256 })))
          throw new Refusal('conflict', '这一期已经签发');
        const { kind, starts, ends, number } = bulletin;
        const after = { kind, starts, ends, number, asOf: asOf.toISOString(), sha256 };
        return { subject: 'bulletin', subjectId: id, action: 'sign', before: null, after };
      },
      id,
    );
  }

  /** It leaves the house as a file, which administrators are told. */
  async takenOut(id: string, format: string, caller: Caller): Promise<WholeBulletin> {
    const bulletin = await this.one(id);
    const { kind, starts, ends, number } = bulletin;
    await this.watch.looked('export', ticketsIn(bulletin), caller);
    await this.watch.afterLook('export', caller);
    const after = { kind, starts, ends, number, format };
    const taken = { subject: 'bulletin', subjectId: id, action: 'takeOut', before: null, after } as const;
    await this.administration.write({ id: caller.id }, () => Promise.resolve(taken));
    return bulletin;
  }

  /** What a signed one would say otherwise now. @throws Refusal for a draft, which is made anew */
  async corrections(id: string): Promise<Correction[]> {
    const { kind, state, starts, ends, sections } = await this.one(id);
    if (state === 'draft') throw new Refusal('conflict', '这一期还没有签发，请重新生成');
    const names = bulletinRows[kind].sections.filter((name) => correctedSections.includes(name));
    const now = await this.contents.of(names, { from: starts, to: ends });
    return correctionsOf(sections, now.sections);
  }
}
