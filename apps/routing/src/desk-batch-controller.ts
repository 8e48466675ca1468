import { Controller } from '@nestjs/common';
import { deskBatchView } from '#http-api/desk-batch-shapes';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { DeskBatches, type DeskBatchView } from './desk-batches';

type Signed = RouteInput<'POST /api/assignments/sign'>;
type Replied = RouteInput<'POST /api/assignments/reply'>;

/** What a department does with many of its parts at once. */
@Controller()
export class DeskBatchController {
  constructor(
    private readonly batches: DeskBatches,
    renders: Renders,
  ) {
    renders.add(deskBatchView, ({ body, key, caller }) => batches.again(body as Signed['body'], key, caller));
  }

  @Handles('POST /api/assignments/sign')
  sign({ body }: Signed, caller: Caller): Promise<DeskBatchView> {
    return this.batches.sign(body, caller);
  }

  @Handles('POST /api/assignments/reply')
  reply({ body }: Replied, caller: Caller): Promise<DeskBatchView> {
    return this.batches.reply(body, caller);
  }
}
