import { Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { messageProviders } from '#ticket/message-state';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Loaded } from '../parts/loaded';
import { GatewaySecret } from './gateway-secret';
import { SettingsEditor } from './settings-editor';

export type Settings = RouteAnswer<'GET /api/message-settings'>;

const rowsOf = (settings: Settings) => [
  { key: 'provider', label: '短信通道', children: messageProviders[settings.provider].label },
  { key: 'webhookUrl', label: '平台接口地址', children: settings.webhookUrl ?? '未设置' },
  { key: 'hasSecret', label: '签名密钥', children: settings.hasSecret ? '已生成' : '未生成' },
  { key: 'quiet', label: '夜间暂缓', children: quietWords(settings) },
  { key: 'giveUpHours', label: '重试时限', children: `${settings.giveUpHours}小时内发不出的，不再发送` },
  { key: 'trackingUrl', label: '查询网址', children: settings.trackingUrl ?? '未设置，短信中不带' },
  { key: 'ratingUrl', label: '评价网址', children: settings.ratingUrl ?? '未设置，短信中不带' },
];

const quietWords = ({ quietFrom, quietTo }: Settings): string =>
  quietFrom === quietTo ? '不暂缓' : `${quietFrom} 至 ${quietTo}，紧急、特急工单照发`;

/** 短信设置: quiet hours, and through what messages leave the house. */
export function MessageSettings() {
  const settings = useAnswer('GET /api/message-settings');
  return <Loaded of={settings}>{(found) => <SettingsCard settings={found} />}</Loaded>;
}

function SettingsCard({ settings }: { settings: Settings }) {
  const [opened, open] = useState<'edit' | 'secret' | null>(null);
  const mayEdit = mayCall('PUT /api/message-settings', useUser().roles);
  return (
    <Card size="small" title="短信设置" className="message-settings">
      <Descriptions column={1} items={rowsOf(settings)} styles={{ label: { width: 110 } }} />
      {mayEdit && (
        <div className="page-filters">
          <Button type="primary" onClick={() => open('edit')}>
            修改
          </Button>
          <Button onClick={() => open('secret')}>{settings.hasSecret ? '更换签名密钥' : '生成签名密钥'}</Button>
        </div>
      )}
      {opened === 'edit' && <SettingsEditor settings={settings} close={() => open(null)} />}
      {opened === 'secret' && <GatewaySecret hasSecret={settings.hasSecret} close={() => open(null)} />}
    </Card>
  );
}
