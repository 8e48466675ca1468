import { deskBatchMost } from '#http-api/desk-batch-shapes';
import { ActOnMany } from '../parts/act-on-many';
import type { ManyParts } from './many-parts';

/** 批量签收 of the parts that were chosen on the desk. */
export function SignMany({ rows, onDone }: ManyParts) {
  const assignmentIds = rows.map(({ id }) => id);
  return (
    <ActOnMany
      route="POST /api/assignments/sign"
      what="签收"
      ids={assignmentIds}
      most={deskBatchMost}
      requestOf={() => ({ body: { assignmentIds } })}
      onDone={onDone}
    >
      <p className="quiet form-note">逐件签收，办理时限自派单起算；不能签收的会逐件说明。</p>
    </ActOnMany>
  );
}
