import { Form, Input } from 'antd';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { SignRow } from './sign-row';

const decisions = {
  dismiss: {
    route: 'POST /api/gaming-signs/:id/dismiss',
    label: '排除',
    hint: '排除后留存备查，件数增加时再次列出。',
    example: '如：物业值班电话代居民来电',
  },
  confirm: {
    route: 'POST /api/gaming-signs/:id/confirm',
    label: '属实',
    hint: '属实的线索连同当时的工单留存；评价和统计不因此改变。',
    example: '如：经回访，评价非诉求人本人作出',
  },
} as const;
export type Decision = keyof typeof decisions;

interface DecideSignProps {
  readonly sign: SignRow;
  readonly decision: Decision;
  close(): void;
  done(): void;
}

/** What a person found out about a sign. */
export function DecideSign({ sign: { id }, decision, close, done }: DecideSignProps) {
  const { route, label, hint, example } = decisions[decision];
  return (
    <Dialog title={`核实：${label}`} close={close}>
      <WriteForm
        route={route}
        label={label}
        requestOf={({ reason }) => ({ params: { id }, body: { reason: reason as string } })}
        onDone={done}
      >
        <p className="quiet">{hint}</p>
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请填写' }]}>
          <Input.TextArea autoFocus rows={3} maxLength={1_000} placeholder={example} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
