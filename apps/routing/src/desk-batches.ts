import { Injectable } from '@nestjs/common';
import { replyMaxCharacters, replyText, replyTextFault, replyValuesOf } from '#ticket/reply-text';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { shanghaiDate } from '#store/shanghai-date';
import { Batches, type Outcome } from '#platform/batches';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';
import { Desk } from './desk';
import { PartActs, type SaidOf } from './part-acts';

export type DeskBatchView = RouteAnswer<'POST /api/assignments/sign'>;
type Signed = RouteInput<'POST /api/assignments/sign'>['body'];
type Replied = RouteInput<'POST /api/assignments/reply'>['body'];

const missing = '没有这个工单';

/** 批量签收, 批量答复: each part by itself, under the same rules as alone. */
@Injectable()
export class DeskBatches {
  constructor(
    private readonly batches: Batches,
    private readonly acts: PartActs,
    private readonly desk: Desk,
    private readonly directory: Directory,
  ) {}

  async sign({ assignmentIds: ids }: Signed, caller: Caller): Promise<DeskBatchView> {
    const act = (id: string, writer: Caller) => this.acts.sign(id, writer);
    return this.told(await this.batches.run({ ids, missing, act }, caller), caller);
  }

  /** @throws Refusal for a text that leaves open what nothing fills */
  async reply({ assignmentIds: ids, ...said }: Replied, caller: Caller): Promise<DeskBatchView> {
    const fault = replyTextFault(said.publicText);
    if (fault !== null) throw refusalAt('publicText', fault);
    const batchId = this.batches.nameOf(caller);
    const saidOf: SaidOf = (ticket, { departmentId }, at) => {
      const by = { department: this.directory.departmentName(departmentId), on: shanghaiDate(at) };
      const publicText = replyText(said.publicText, replyValuesOf(ticket, by));
      if (publicText.length > replyMaxCharacters)
        throw refusalAt('publicText', `填入占位词后超过${replyMaxCharacters}个字`);
      return { ...said, publicText, batchId };
    };
    const act = (id: string, writer: Caller) => this.acts.reply(id, writer, saidOf);
    return this.told(await this.batches.run({ ids, missing, act }, caller), caller);
  }

  /** What was done before, as the parts stand now. */
  async again({ assignmentIds }: Signed, key: string, caller: Caller): Promise<DeskBatchView> {
    return this.told(await this.batches.again(assignmentIds, key, '未办理，请查看该工单'), caller);
  }

  private async told(outcomes: readonly Outcome[], caller: Caller): Promise<DeskBatchView> {
    const items = outcomes.map(async ({ id, refusal }) => ({
      assignmentId: id,
      ...(await this.desk.standing(id, caller)),
      refusal,
    }));
    return { items: await Promise.all(items) };
  }
}
