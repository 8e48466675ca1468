import { Select } from 'antd';
import { roles } from '#ticket/role';
import { useUser } from '../identity/session';
import type { MoveTarget } from '../moves/move-target';
import { UploadZone } from './upload-zone';

interface AttachmentsInputProps {
  readonly id?: string;
  readonly target: MoveTarget;
  readonly value?: string[];
  readonly onChange?: (value: unknown) => void;
}

/** Files of the ticket that a form names: chosen among those that are there, or added now. */
export function AttachmentsInput({ id, target, value = [], onChange }: AttachmentsInputProps) {
  const { id: ticketId, attachments } = target.ticket;
  const user = useUser();
  const asksWhose = user.roles.some((role) => roles[role].scope === 'all');
  return (
    <div className="attachments-input">
      {attachments.length > 0 && (
        <Select
          id={id}
          mode="multiple"
          value={value}
          onChange={onChange}
          options={attachments.map((each) => ({ value: each.id, label: each.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="从工单附件中选择，或在下面上传"
        />
      )}
      <UploadZone ticketId={ticketId} asksWhose={asksWhose} onAdded={(added) => onChange?.([...value, added.id])} />
    </div>
  );
}
