import { Form, Input } from 'antd';
import { ActOnMany } from '../parts/act-on-many';
import { required } from '../parts/required';

const most = 200;

/** 批量催办 of the tickets that were chosen in a list. */
export const UrgeMany = ({ ticketIds, onDone }: { ticketIds: readonly string[]; onDone(): void }) => (
  <ActOnMany
    route="POST /api/urges"
    what="催办"
    ids={ticketIds}
    most={most}
    requestOf={({ text }) => ({ body: { ticketIds: [...ticketIds], text: String(text) } })}
    onDone={onDone}
  >
    <Form.Item name="text" label="催办内容" rules={required} extra="逐件记入办理过程，不改变办理时限。">
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
    </Form.Item>
  </ActOnMany>
);
