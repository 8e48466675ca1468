import { App, Form, Input } from 'antd';
import { useState } from 'react';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { SecretOnce } from '../parts/secret-once';
import { WriteForm } from '../parts/write-form';
import { ClientFeedback } from './client-feedback';
import { ClientFields } from './client-fields';
import type { ClientRow } from './client-row';

type RevokeBody = RouteRequest<'POST /api/channel-clients/:id/revoke'>['body'];

interface ClientDialogProps {
  readonly client: ClientRow;
  close(): void;
}

/** 修改: what it is called, what it may bring, and from where. */
const EditClient = ({ client, close }: ClientDialogProps) => (
  <Dialog title={`修改　${client.name}`} close={close}>
    <WriteForm
      route="PATCH /api/channel-clients/:id"
      label="保存"
      initial={client}
      requestOf={(values) => ({ params: { id: client.id }, body: values })}
      onDone={close}
    >
      <ClientFields />
    </WriteForm>
  </Dialog>
);

/** 签名密钥: what it is told is signed by it; the former one signs nothing from then on. */
function ReplaceSecret({ client, close }: ClientDialogProps) {
  const [told, setTold] = useState<RouteAnswer<'POST /api/channel-clients/:id/new-secret'> | null>(null);
  if (told)
    return <SecretOnce title="签名密钥已生成" word="签名密钥" of={told.client.name} secret={told.key} close={close} />;
  return (
    <Dialog title={`签名密钥　${client.name}`} width={400} close={close}>
      <WriteForm
        route="POST /api/channel-clients/:id/new-secret"
        label={client.hasSecret ? '更换签名密钥' : '生成签名密钥'}
        isDangerous={client.hasSecret}
        requestOf={() => ({ params: { id: client.id }, body: {} })}
        onDone={setTold}
      >
        <p>回传的进展以此密钥签名，供对方核对来源。{client.hasSecret && '更换后立即生效，请与对方约定时间。'}</p>
      </WriteForm>
    </Dialog>
  );
}

/** 更换密钥: the former one opens nothing from then on. */
function ReplaceKey({ client, close }: ClientDialogProps) {
  const [told, setTold] = useState<RouteAnswer<'POST /api/channel-clients/:id/new-key'> | null>(null);
  if (told)
    return <SecretOnce title="密钥已更换" word="接入密钥" of={told.client.name} secret={told.key} close={close} />;
  return (
    <Dialog title={`更换密钥　${client.name}`} width={400} close={close}>
      <WriteForm
        route="POST /api/channel-clients/:id/new-key"
        label="更换密钥"
        isDangerous
        requestOf={() => ({ params: { id: client.id }, body: {} })}
        onDone={setTold}
      >
        <p>原密钥立即作废，对方换上新密钥前不能报送；已报送的消息仍会识别，不会重复登记。</p>
      </WriteForm>
    </Dialog>
  );
}

/** 停用: for good. */
function RevokeClient({ client, close }: ClientDialogProps) {
  const { message } = App.useApp();
  const done = (): void => {
    message.success(`${client.name}：已停用`);
    close();
  };
  return (
    <Dialog title={`停用　${client.name}`} close={close}>
      <WriteForm
        route="POST /api/channel-clients/:id/revoke"
        label="停用"
        isDangerous
        requestOf={(values) => ({ params: { id: client.id }, body: bodyOf(values) as RevokeBody })}
        onDone={done}
      >
        <p>停用后不能再报送，也不能恢复；需要时请新增接入方。</p>
        <Form.Item name="reason" label="停用原因" rules={[{ required: true, message: '请填写' }]}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}

/** What can be done to a client. */
export const clientDialogs = {
  edit: { label: '修改', Dialog: EditClient },
  replaceKey: { label: '更换密钥', Dialog: ReplaceKey },
  replaceSecret: { label: '签名密钥', Dialog: ReplaceSecret },
  feedback: { label: '进展回传', Dialog: ClientFeedback },
  revoke: { label: '停用', Dialog: RevokeClient },
} as const;
