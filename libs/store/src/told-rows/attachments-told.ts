import type { Attached } from '#ticket/attachment';
import { attachmentRow } from '../attachment-rows';
import type { RowsTold, Step } from './told-row';

/** Files that were added, whether departments may see them, and that they were erased. Their names and pixels nobody tells. */
export const attachmentsTold: RowsTold = (steps) => {
  const added: { seq: number; columns: Record<string, unknown> }[] = [];
  for (const step of steps) {
    const { name, data, seq } = step.line;
    if (name === 'attach') added.push({ seq, columns: file(step) });
    for (const { columns } of added) {
      const isIt = columns.id === data.attachmentId;
      if (isIt && name === 'shareAttachment') columns.shared = true;
      if (isIt && name === 'withholdAttachment') columns.shared = false;
      if (name === 'erase') Object.assign(columns, { name: '', key: null, taken_at: null, taken_place: null });
    }
  }
  return added;
};

function file({ line, before }: Step): Record<string, unknown> {
  const { attachmentId: id, attachmentKind: kind, ...told } = line.data as unknown as Attached;
  const untold = {
    name: '',
    key: null,
    width: null,
    height: null,
    hasThumbnail: false,
    takenAt: null,
    takenPlace: null,
  };
  const row = attachmentRow(before.id, { ...untold, ...told, id, kind, shared: false, by: line.actor, at: line.at });
  const nobodyTells = { name: undefined, key: undefined, width: undefined, height: undefined, taken_at: undefined };
  return { ...row, ...nobodyTells, has_thumbnail: undefined, taken_place: undefined };
}
