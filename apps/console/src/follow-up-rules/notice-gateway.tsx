import { Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { Loaded } from '../parts/loaded';
import { fullInstant } from '../words/instant';
import { GatewayAddress, GatewayOff, GatewaySecret, type GatewayDialogProps } from './gateway-dialogs';

export type Gateway = RouteAnswer<'GET /api/notice-settings'>;

const askAgainMs = 5_000;

const rowsOf = ({ webhookUrl, hasSecret, waiting, failing, changedAt }: Gateway) => [
  { key: 'state', label: '状态', children: webhookUrl ? '推送中' : '未推送，提醒只在系统内' },
  { key: 'webhookUrl', label: '推送地址', children: webhookUrl ?? '未设置' },
  { key: 'hasSecret', label: '签名密钥', children: hasSecret ? '已生成（不再显示）' : '未生成' },
  ...(webhookUrl ? [{ key: 'waiting', label: '待推送', children: waitingWords({ waiting, failing }) }] : []),
  { key: 'changedAt', label: '修改时间', children: fullInstant(changedAt) },
];

const waitingWords = ({ waiting, failing }: Pick<Gateway, 'waiting' | 'failing'>): string =>
  failing === 0 ? `${waiting} 条` : `${waiting} 条，其中 ${failing} 条平台未接收，正在重试`;

const dialogs = { address: GatewayAddress, secret: GatewaySecret, off: GatewayOff } as const satisfies Record<
  string,
  (props: GatewayDialogProps) => unknown
>;

/** 提醒推送: to where reminders go besides the console. */
export function NoticeGateway() {
  const gateway = useAnswer('GET /api/notice-settings', {}, { refetchInterval: askAgainMs });
  return <Loaded of={gateway}>{(found) => <GatewayCard gateway={found} />}</Loaded>;
}

function GatewayCard({ gateway }: { gateway: Gateway }) {
  const [opened, open] = useState<keyof typeof dialogs | null>(null);
  const Opened = opened && dialogs[opened];
  return (
    <Card size="small" title="提醒推送" className="rule-card">
      <p className="quiet">
        督促提醒都在“我的提醒”中；设置推送地址后，要发短信的提醒同时签名推送到单位的短信或即时消息平台。
      </p>
      <Descriptions column={1} items={rowsOf(gateway)} styles={{ label: { width: 90 } }} />
      <div className="page-filters rule-buttons">
        <Button type="primary" onClick={() => open('address')}>
          {gateway.webhookUrl ? '修改推送地址' : '设置推送地址'}
        </Button>
        {gateway.hasSecret && <Button onClick={() => open('secret')}>更换签名密钥</Button>}
        {gateway.webhookUrl && (
          <Button danger onClick={() => open('off')}>
            停止推送
          </Button>
        )}
      </div>
      {Opened && <Opened gateway={gateway} close={() => open(null)} />}
    </Card>
  );
}
