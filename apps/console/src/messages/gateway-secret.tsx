import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';
import { SecretOnce } from '../parts/secret-once';
import { WriteForm } from '../parts/write-form';

/** 签名密钥: both sides sign by it; the former one signs nothing from then on. */
export function GatewaySecret({ hasSecret, close }: { hasSecret: boolean; close(): void }) {
  const [told, setTold] = useState<RouteAnswer<'POST /api/message-settings/new-secret'> | null>(null);
  if (told)
    return <SecretOnce title="签名密钥已生成" word="签名密钥" of="短信平台" secret={told.secret} close={close} />;
  return (
    <Dialog title="签名密钥　短信平台" width={400} close={close}>
      <WriteForm
        route="POST /api/message-settings/new-secret"
        label={hasSecret ? '更换签名密钥' : '生成签名密钥'}
        isDangerous={hasSecret}
        requestOf={() => ({ body: {} })}
        onDone={setTold}
      >
        <p>发出的短信和平台报来的状态都以此密钥签名。{hasSecret && '更换后立即生效，请与平台约定时间。'}</p>
      </WriteForm>
    </Dialog>
  );
}
