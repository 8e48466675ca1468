import { Checkbox, Form, Input, Radio } from 'antd';

const genders = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

/** Who calls: a number is enough, anonymous too. */
export const CallerFields = () => (
  <div className="register-row register-caller">
    <Form.Item name={['citizen', 'phone']} label="来电号码">
      <Input autoFocus inputMode="tel" allowClear />
    </Form.Item>
    <Form.Item name={['citizen', 'name']} label="姓名">
      <Input />
    </Form.Item>
    <Form.Item name={['citizen', 'gender']} label="性别">
      <Radio.Group aria-label="性别" options={genders} optionType="button" />
    </Form.Item>
    <Form.Item label="要求" className="register-ticks">
      <Form.Item name={['citizen', 'anonymous']} valuePropName="checked" noStyle>
        <Checkbox>匿名</Checkbox>
      </Form.Item>
      <Form.Item name={['citizen', 'confidential']} valuePropName="checked" noStyle>
        <Checkbox>保密</Checkbox>
      </Form.Item>
    </Form.Item>
  </div>
);
