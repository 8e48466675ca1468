import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { SecretOnce } from '../parts/secret-once';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import type { Gateway } from './notice-gateway';

export interface GatewayDialogProps {
  readonly gateway: Gateway;
  close(): void;
}

interface SettingProps extends GatewayDialogProps {
  readonly title: string;
  readonly label: string;
  readonly isDangerous?: boolean;
  /** Where notices go from then on; nowhere when it is null. */
  readonly addressOf: (values: Values) => string | null;
  readonly newSecret: boolean;
  readonly children: ReactNode;
}

/** One change of the settings; a secret that it makes is shown once. */
function Setting(props: SettingProps) {
  const { gateway, close, title, label, isDangerous, addressOf, newSecret, children } = props;
  const [told, setTold] = useState<RouteAnswer<'PUT /api/notice-settings'> | null>(null);
  if (told)
    return <SecretOnce title="签名密钥已生成" word="签名密钥" of="提醒推送平台" secret={told.secret} close={close} />;
  return (
    <Dialog title={title} close={close}>
      <WriteForm
        route="PUT /api/notice-settings"
        label={label}
        isDangerous={isDangerous}
        initial={{ webhookUrl: gateway.webhookUrl }}
        requestOf={(values) => ({
          version: gateway.version,
          body: { webhookUrl: addressOf(values), newSecret },
        })}
        onDone={(answer) => (newSecret ? setTold(answer) : close())}
      >
        {children}
      </WriteForm>
    </Dialog>
  );
}

/** The first address brings a secret with it. */
export const GatewayAddress = ({ gateway, close }: GatewayDialogProps) => (
  <Setting
    title="推送地址"
    label="保存"
    gateway={gateway}
    close={close}
    addressOf={({ webhookUrl }) => String(webhookUrl).trim()}
    newSecret={!gateway.hasSecret}
  >
    <Form.Item
      name="webhookUrl"
      label="平台接口地址"
      rules={required}
      extra={gateway.hasSecret ? '签名密钥不变。' : '保存时生成签名密钥，只显示一次。'}
    >
      <Input maxLength={2_000} placeholder="https://" autoFocus />
    </Form.Item>
  </Setting>
);

export const GatewaySecret = ({ gateway, close }: GatewayDialogProps) => (
  <Setting
    title="更换签名密钥"
    label="更换签名密钥"
    isDangerous
    gateway={gateway}
    close={close}
    addressOf={() => gateway.webhookUrl}
    newSecret
  >
    <p>推送的提醒以此密钥签名。更换后立即生效，请与平台约定时间。</p>
  </Setting>
);

export const GatewayOff = ({ gateway, close }: GatewayDialogProps) => (
  <Setting
    title="停止推送"
    label="停止推送"
    isDangerous
    gateway={gateway}
    close={close}
    addressOf={() => null}
    newSecret={false}
  >
    <p>停止后提醒只在系统内，待推送的不再推送。签名密钥保留，以后可以再设推送地址。</p>
  </Setting>
);
