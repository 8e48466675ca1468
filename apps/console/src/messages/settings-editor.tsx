import { Form, Input, InputNumber, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { messageProviders } from '#ticket/message-state';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';
import type { Settings } from './message-settings';

type Body = NonNullable<RouteRequest<'PUT /api/message-settings'>['body']>;

const emptyAsNull = (typed: string): string | null => typed.trim() || null;
const time = [{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: '如 21:00' }, ...required];

/** 修改短信设置 */
export function SettingsEditor({ settings, close }: { settings: Settings; close(): void }) {
  const { version, hasSecret: _secret, changedAt: _at, ...initial } = settings;
  return (
    <Dialog title="修改短信设置" width={520} close={close}>
      <WriteForm
        route="PUT /api/message-settings"
        label="保存"
        initial={initial}
        requestOf={(values) => ({ version, body: values as unknown as Body })}
        onDone={close}
      >
        <Form.Item name="provider" label="短信通道" rules={required}>
          <Select options={optionsOf(messageProviders)} />
        </Form.Item>
        <Address name="webhookUrl" label="平台接口地址" extra="短信签名后逐条推送到此地址；须先生成签名密钥。" />
        <div className="template-switches">
          <Form.Item name="quietFrom" label="夜间暂缓自" rules={time}>
            <Input maxLength={5} />
          </Form.Item>
          <Form.Item name="quietTo" label="至" rules={time}>
            <Input maxLength={5} />
          </Form.Item>
          <Form.Item name="giveUpHours" label="重试时限" rules={required}>
            <InputNumber min={1} max={168} precision={0} suffix="小时" />
          </Form.Item>
        </div>
        <Address
          name="trackingUrl"
          label="查询网址"
          extra="查询页（本系统的 /track）在公网上的完整网址；不填则短信中不带。"
        />
        <Address
          name="ratingUrl"
          label="评价网址"
          extra="评价页的对外地址，如 https://热线域名/s，系统为每位诉求人加上只能用一次的评价码；不填则短信中不带。"
        />
      </WriteForm>
    </Dialog>
  );
}

const Address = ({ name, label, extra }: { name: string; label: string; extra: string }) => (
  <Form.Item
    name={name}
    label={label}
    extra={extra}
    normalize={emptyAsNull}
    rules={[{ type: 'url', message: '须为网址' }]}
  >
    <Input maxLength={2_000} placeholder="https://" />
  </Form.Item>
);
