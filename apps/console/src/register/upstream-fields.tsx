import { Form, Input } from 'antd';
import { InstantInput } from '../parts/instant-input';

/** A ticket from above: which system's, under which number, until when. */
export const UpstreamFields = () => (
  <div className="register-row register-place">
    <Form.Item name="upstreamSystem" label="上级系统" rules={[{ required: true, message: '请填写' }]}>
      <Input placeholder="如 城市热线平台" />
    </Form.Item>
    <Form.Item name="upstreamNumber" label="上级工单号" rules={[{ required: true, message: '请填写' }]}>
      <Input />
    </Form.Item>
    <Form.Item name="upstreamDueAt" label="上级期限">
      <InstantInput />
    </Form.Item>
  </div>
);
