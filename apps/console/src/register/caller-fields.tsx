import { Checkbox, Form, Input, Radio, type FormRule } from 'antd';
import { isOddNumber } from '#ticket/odd-number';

const genders = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

/** Said as soon as the field is left; it keeps nobody from registering. */
const asTyped: FormRule = {
  warningOnly: true,
  validateTrigger: 'onBlur',
  validator: (_rule, typed: string | undefined) =>
    isOddNumber(typed ?? '') ? Promise.reject(new Error('号码位数不对，请核对')) : Promise.resolve(),
};

/** Who calls: a number is enough, anonymous too. */
export const CallerFields = () => (
  <div className="register-row register-caller">
    <Form.Item name={['citizen', 'phone']} label="来电号码" rules={[asTyped]} validateTrigger="onBlur">
      <Input autoFocus inputMode="tel" />
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
