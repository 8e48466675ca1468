import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import type { AdminAction } from '#ticket/admin-event';
import { Administration } from '#store/administration';
import { canonicalJson } from '#store/canonical-json';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { isUniqueViolation } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { conflictAt, Refusal, refusalAt } from '#platform/problems';
import { HandoverContents } from './handover-content';
import {
  acceptRow,
  handoverById,
  handOverRow,
  openHandover,
  writeNotes,
  type Handover,
  type HandoverNotes,
} from './handover-rows';
import { refuseContacts } from './refuse-contacts';
import { shiftById } from './shift-rows';
import { workedOn } from './shift-times';

type Work = (sql: Sql, handover: Handover, at: Date) => Promise<void>;

/** 交接班: opened, handed over by one as the database is then, accepted by another, and never changed afterwards. */
@Injectable()
export class Handovers {
  constructor(
    private readonly administration: Administration,
    private readonly contents: HandoverContents,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal for a shift that has not begun, or whose hand-over is there already */
  async open({ shiftId, day }: RouteInput<'POST /api/handovers'>['body'], caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    const work = async (sql: Sql, at: Date) => {
      const shift = await shiftById(sql, shiftId).catch(() => null);
      if (!shift || shift.endedAt) throw refusalAt('shiftId', '没有这个班次');
      if (workedOn(shift, day).from > at) throw refusalAt('day', '这一班还没有开始');
      await openHandover(sql, { id, shiftId, day, by: caller.id, at });
      return changeOf('create', null, await handoverById(sql, id));
    };
    await this.administration.write(caller, work, id).catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflictAt('day', '这一班已有交接记录') : error;
    });
    return id;
  }

  /** @throws Refusal when somebody else has written meanwhile, or for somebody's number */
  note(id: string, version: number, body: RouteInput<'PUT /api/handovers/:id/notes'>['body'], caller: Caller) {
    refuseContacts([
      { path: 'note', label: '备注', text: body.note },
      ...body.items.map(({ note }, index) => ({ path: `items.${index}.note`, label: '备注', text: note })),
    ]);
    const notes: HandoverNotes = {
      note: body.note,
      items: Object.fromEntries(body.items.map(({ key, note }) => [key, note])),
    };
    return this.change(id, 'edit', caller, async (sql, handover) => {
      checkState(handover, 'open', '已交班，备注不能再改');
      if (handover.version !== version)
        throw new Refusal('version-conflict', '备注已被他人修改', { differs: { notes: handover.notes } });
      await writeNotes(sql, id, notes);
    });
  }

  handOver(id: string, caller: Caller): Promise<void> {
    return this.change(id, 'handOver', caller, async (sql, handover, at) => {
      checkState(handover, 'open', '这一班已经交班');
      const content = await this.contents.at(sql, handover, at);
      await handOverRow(sql, { id, content, by: caller.id, at });
    });
  }

  /** @throws Refusal for one's own */
  accept(id: string, caller: Caller): Promise<void> {
    return this.change(id, 'accept', caller, async (sql, handover, at) => {
      if (handover.state === 'open') throw new Refusal('conflict', '还没有交班，不能接班');
      checkState(handover, 'handed-over', '这一班已由他人接班');
      if (handover.handedOverBy?.id === caller.id) throw new Refusal('forbidden', '本人交的班须由他人接班');
      const acceptedBy = { id: caller.id, name: caller.name };
      const printed = canonicalJson({
        content: handover.content,
        handedOverBy: handover.handedOverBy,
        handedOverAt: handover.handedOverAt?.toISOString(),
        acceptedBy,
        acceptedAt: at.toISOString(),
      });
      const sha256 = createHash('sha256').update(printed).digest('hex');
      await acceptRow(sql, { id, printed, sha256, by: caller.id, at });
    });
  }

  correct(id: string, { itemKey, text }: RouteInput<'POST /api/handovers/:id/corrections'>['body'], caller: Caller) {
    refuseContacts([{ path: 'text', label: '更正内容', text }]);
    return this.change(id, 'correct', caller, async (sql, handover, at) => {
      checkState(handover, 'accepted', '还没有接班，请直接修改备注');
      if (itemKey && !handover.content?.items.some(({ key }) => key === itemKey))
        throw refusalAt('itemKey', '交接清单中没有这一项');
      await sql.query(
        `INSERT INTO intake.handover_correction (id, handover_id, item_key, text, by_account, at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [uuidV7(at), id, itemKey ?? null, text, caller.id, at],
      );
    });
  }

  private async change(id: string, action: AdminAction, caller: Caller, work: Work): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = await handoverById(sql, id);
        await work(sql, before, at);
        return changeOf(action, before, await handoverById(sql, id));
      },
      id,
    );
  }
}

function checkState({ state }: Handover, wanted: Handover['state'], refusal: string): void {
  if (state !== wanted) throw new Refusal('conflict', refusal);
}

/** The list itself stands beside the events; of what was accepted they keep the digest. */
const toldOf = ({ shift, day, state, version, content, sha256 }: Handover): object => ({
  shift,
  day,
  state,
  version,
  items: content?.items.length ?? null,
  sha256,
});

const changeOf = (action: AdminAction, before: Handover | null, after: Handover) =>
  ({
    subject: 'handover',
    subjectId: after.id,
    action,
    before: before && toldOf(before),
    after: toldOf(after),
  }) as const;
