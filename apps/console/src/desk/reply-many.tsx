import { deskBatchMost } from '#http-api/desk-batch-shapes';
import { bodyOf } from '../moves/body-of';
import { ActOnMany } from '../parts/act-on-many';
import type { ManyParts } from './many-parts';
import { ReplyManyFields } from './reply-many-fields';

/** 批量答复: one answer to the look-alikes that were chosen on the desk. */
export function ReplyMany({ rows, onDone }: ManyParts) {
  const assignmentIds = rows.map(({ id }) => id);
  const [first] = rows;
  return (
    <ActOnMany
      route="POST /api/assignments/reply"
      what="提交反馈"
      ids={assignmentIds}
      most={deskBatchMost}
      width={720}
      // The form's fields are those of the operation's own shape, and it is checked against that before it is sent.
      requestOf={(values) => ({ body: { ...bodyOf(values), assignmentIds } })}
      onDone={onDone}
    >
      {first && <ReplyManyFields first={first} />}
    </ActOnMany>
  );
}
