import { Alert, Button, Descriptions, Typography } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';

interface ClientKeyProps {
  readonly title: string;
  /** What the key is called. */
  readonly word: string;
  readonly told: RouteAnswer<'POST /api/channel-clients'>;
  close(): void;
}

/** Shows a key while the dialog stands; only its button closes it, for nobody can ask again. */
export const ClientKey = ({ title, word, told: { client, key }, close }: ClientKeyProps) => (
  <Dialog title={title} width={560}>
    <Alert
      type="warning"
      showIcon
      title={key === null ? `网络中断，${word}没有传回` : `${word}只显示这一次，关闭后无法再查看`}
      description={
        key === null ? '请在列表中更换，另发一个。' : '请交给对方系统的管理员，不要发到群里。泄露后请立即更换。'
      }
    />
    <Descriptions
      column={1}
      className="first-password"
      styles={{ label: { width: 84 } }}
      items={[
        { key: 'name', label: '接入方', children: client.name },
        ...(key === null ? [] : [{ key: 'key', label: word, children: <Key text={key} /> }]),
      ]}
    />
    <Button type="primary" onClick={close}>
      {key === null ? '知道了' : '已交付，关闭'}
    </Button>
  </Dialog>
);

const Key = ({ text }: { text: string }) => (
  <Typography.Text className="secret" copyable={{ text, tooltips: false, icon: ['复制', '已复制'] }}>
    {text}
  </Typography.Text>
);
