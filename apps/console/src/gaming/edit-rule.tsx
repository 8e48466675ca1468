import { Form, InputNumber } from 'antd';
import { gamingUnits } from '#ticket/gaming-sign';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { RuleRow } from './sign-row';

interface Numbers {
  leastTickets: number;
  windowDays: number;
  limitValue?: number;
}

/** From which numbers on a sign is told. */
export function EditRule({ rule, close }: { rule: RuleRow; close(): void }) {
  const { sign, version, leastTickets, windowDays, limitValue, limitLabel, limitUnit } = rule;
  return (
    <Dialog title={`修改规则　${rule.label}`} close={close}>
      <WriteForm
        route="PUT /api/gaming-rules/:name"
        label="保存"
        initial={{ leastTickets, windowDays, limitValue }}
        requestOf={(values) => ({ params: { name: sign }, version, body: values as unknown as Numbers })}
        onDone={close}
      >
        <p className="quiet">{rule.meaning}。保存后立即按新阈值重新查找。</p>
        <NumberItem name="windowDays" label="统计天数" unit="天" />
        <NumberItem name="leastTickets" label="不少于" unit="件" />
        {limitLabel && limitUnit && (
          <NumberItem name="limitValue" label={limitLabel} unit={gamingUnits[limitUnit].label} />
        )}
      </WriteForm>
    </Dialog>
  );
}

const NumberItem = ({ name, label, unit }: { name: keyof Numbers; label: string; unit: string }) => (
  <Form.Item name={name} label={`${label}（${unit}）`} rules={[{ required: true, message: '请填写' }]}>
    <InputNumber className="wide" min={0} />
  </Form.Item>
);
