import { Form, Input, Radio, Select } from 'antd';
import { referReasons } from '#ticket/reason';
import type { Urgency } from '#ticket/urgency';
import { IssueSelect } from '../issues/issue-select';
import { optionsOf } from '../words/options';
import { dispositions, type Disposition } from './dispositions';

const filled = [{ required: true, message: '请填写' }];

/** Which way it goes: to a department, or answered at once. Critical matters are always dispatched. */
export function DispositionFields() {
  const disposition = Form.useWatch<Disposition | undefined>('disposition');
  const isCritical = Form.useWatch<Urgency | undefined>('urgency') === 'critical';
  const options = optionsOf(dispositions).map((option) => ({
    ...option,
    disabled: isCritical && option.value === 'answer',
  }));
  return (
    <>
      <Form.Item
        name="disposition"
        label="处理方式"
        extra={isCritical ? '特急工单不能直接答复，须立即派单' : undefined}
      >
        <Radio.Group aria-label="处理方式" options={options} optionType="button" buttonStyle="solid" />
      </Form.Item>
      {disposition === 'answer' && (
        <>
          <Form.Item name={['answer', 'issueId']} label="归入热点事项（不归入可不选）">
            <IssueSelect />
          </Form.Item>
          <Form.Item name={['answer', 'text']} label="答复内容" rules={filled}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </Form.Item>
        </>
      )}
      {disposition === 'refer' && (
        <div className="register-row register-refer">
          <Form.Item name={['refer', 'reasonCode']} label="引导原因" rules={[{ required: true, message: '请选择' }]}>
            <Select options={optionsOf(referReasons)} />
          </Form.Item>
          <Form.Item name={['refer', 'route']} label="告知诉求人的途径" rules={filled}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
          </Form.Item>
        </div>
      )}
    </>
  );
}
