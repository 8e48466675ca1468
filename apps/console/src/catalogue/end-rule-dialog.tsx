import { App, Form } from 'antd';
import { DayInput } from '../parts/day-input';
import { Dialog } from '../parts/dialog';
import { PreviewedForm } from '../parts/previewed-form';
import { required } from '../parts/required';
import { elsewherePreview } from './elsewhere-preview';
import { placeWords, type RuleRow } from './rule-row';

const open: { validTo?: string } = {};

/** 停用: from a day on the next more general row counts. */
export function EndRuleDialog({ rule, close }: { rule: RuleRow; close(): void }) {
  const { message } = App.useApp();
  return (
    <Dialog title={`停用派单规则：${placeWords(rule)}`} close={close}>
      <PreviewedForm
        route="PATCH /api/dispatch-rules/:id"
        params={{ id: rule.id }}
        initial={open}
        bodyOf={({ validTo = '' }) => ({ validTo })}
        previewOf={elsewherePreview}
        label="停用"
        onSaved={() => {
          void message.success('停用日期已保存');
          close();
        }}
      >
        <Form.Item
          name="validTo"
          label="停用日期"
          rules={required}
          extra="自当日起改按更一般的规则派单；已派出的工单不变"
        >
          <DayInput />
        </Form.Item>
      </PreviewedForm>
    </Dialog>
  );
}
