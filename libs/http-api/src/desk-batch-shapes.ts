import { z } from 'zod';
import { assignmentStates } from '#ticket/assignment-state';
import { replyInput } from './assignment-shapes';
import { enumOf, id } from './fields';

/** So many parts as one request takes. */
export const deskBatchMost = 50;
const assignmentIds = z.array(id).min(1).max(deskBatchMost);

export const batchSignInput = z.strictObject({ assignmentIds });

/**
 * One answer to several look-alikes. Its public text may leave open what differs: {工单编号}, {标题}, {承办单位}, {日期}.
 * What proves it belongs to one ticket, and is added there.
 */
export const batchReplyInput = replyInput.omit({ attachmentIds: true }).extend({ assignmentIds });

/** What became of each, in the order in which they were named. */
export const deskBatchView = z.object({
  items: z.array(
    z.object({
      assignmentId: z.string(),
      number: z.string().nullable(),
      /** Where the part stands now; one whose reply its head is to sign is `signing`. */
      state: enumOf(assignmentStates).nullable(),
      /** Why it was not done; null when it was. */
      refusal: z.string().nullable(),
    }),
  ),
});
