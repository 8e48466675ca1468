import { Checkbox, Form, InputNumber } from 'antd';

/** What of a matter asks for care. */
export const SensitiveFields = () => (
  <div className="register-row register-about">
    <Form.Item label="敏感事项" className="register-ticks">
      <Form.Item name="stability" valuePropName="checked" noStyle>
        <Checkbox>涉稳</Checkbox>
      </Form.Item>
    </Form.Item>
    <Form.Item name="peopleInvolved" label="涉及人数">
      <InputNumber min={1} precision={0} className="wide" />
    </Form.Item>
    <Form.Item name="amountYuan" label="涉及金额（元）">
      <InputNumber min={0} precision={2} className="wide" />
    </Form.Item>
  </div>
);
