import { Button, Card, Form, Input, Space } from 'antd';
import { useState } from 'react';
import type { Route } from '#http-api/routes';
import { mayMoveSupervision, type SupervisionMove } from '#ticket/supervision';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { AmendDialog } from './amend-dialog';
import type { Order } from './supervision-page';

type ActRoute = Extract<Route, `POST /api/supervisions/:id/${string}`>;

interface Act {
  readonly move: SupervisionMove;
  readonly route: ActRoute;
  readonly label: string;
  /** What is said with it. */
  readonly field?: { readonly name: 'text' | 'reason' | 'note'; readonly label: string; readonly isRequired?: true };
  readonly isDangerous?: true;
  readonly told?: string;
}

/** What may be done with an order on its page; where it may be done says the domain's table. */
const acts: readonly Act[] = [
  {
    move: 'signSupervision',
    route: 'POST /api/supervisions/:id/sign',
    label: '签发',
    told: '签发后编文号、送达主送单位并开始计时，内容不再变动。',
  },
  {
    move: 'discardSupervision',
    route: 'POST /api/supervisions/:id/discard',
    label: '弃用',
    field: { name: 'reason', label: '原因' },
    isDangerous: true,
  },
  {
    move: 'answerSupervision',
    route: 'POST /api/supervisions/:id/answer',
    label: '反馈',
    field: { name: 'text', label: '反馈内容', isRequired: true },
  },
  {
    move: 'closeSupervision',
    route: 'POST /api/supervisions/:id/close',
    label: '销号',
    field: { name: 'note', label: '意见' },
  },
  {
    move: 'sendBackSupervision',
    route: 'POST /api/supervisions/:id/send-back',
    label: '退回',
    field: { name: 'reason', label: '退回理由', isRequired: true },
    isDangerous: true,
  },
];

/** The buttons of an order. */
export function OrderActs({ order }: { order: Order }) {
  const { roles } = useUser();
  const [chosen, choose] = useState<Act>();
  const [isAmending, amend] = useState(false);
  const open = acts.filter(({ move, route }) => mayMoveSupervision(order.state, move) && mayCall(route, roles));
  const mayAmend = mayMoveSupervision(order.state, 'amendSupervision') && mayCall('PUT /api/supervisions/:id', roles);
  if (open.length === 0) return null;
  return (
    <Card size="small" title="办理">
      <Space wrap>
        {open.map((act, index) => (
          <Button
            key={act.route}
            type={index === 0 ? 'primary' : 'default'}
            danger={act.isDangerous}
            onClick={() => choose(act)}
          >
            {act.label}
          </Button>
        ))}
        {mayAmend && <Button onClick={() => amend(true)}>修改</Button>}
      </Space>
      {isAmending && <AmendDialog order={order} close={() => amend(false)} />}
      {chosen && <ActDialog order={order} act={chosen} close={() => choose(undefined)} />}
    </Card>
  );
}

function ActDialog({ order, act, close }: { order: Order; act: Act; close(): void }) {
  const { field, route, label, isDangerous, told } = act;
  return (
    <Dialog title={`${label}督办单`} close={close}>
      {told && <p>{told}</p>}
      <WriteForm<ActRoute>
        route={route}
        label={label}
        isDangerous={isDangerous}
        requestOf={(values) => ({ params: { id: order.id }, body: values as never })}
        onDone={close}
      >
        {field && (
          <Form.Item name={field.name} label={field.label} rules={field.isRequired && required}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} />
          </Form.Item>
        )}
      </WriteForm>
    </Dialog>
  );
}
