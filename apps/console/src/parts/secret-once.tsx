import { Alert, Button, Descriptions, Typography } from 'antd';
import { Dialog } from './dialog';

interface SecretOnceProps {
  readonly title: string;
  /** What the secret is called. */
  readonly word: string;
  /** Whose it is. */
  readonly of: string;
  /** Null when the answer was lost on its way: then nobody knows it. */
  readonly secret: string | null;
  close(): void;
}

/** Shows a secret while the dialog stands; only its button closes it, for nobody can ask again. */
export const SecretOnce = ({ title, word, of, secret, close }: SecretOnceProps) => (
  <Dialog title={title} width={560}>
    <Alert
      type="warning"
      showIcon
      title={secret === null ? `网络中断，${word}没有传回` : `${word}只显示这一次，关闭后无法再查看`}
      description={secret === null ? '请更换，另发一个。' : '请交给对方系统的管理员，不要发到群里。泄露后请立即更换。'}
    />
    <Descriptions
      column={1}
      className="first-password"
      styles={{ label: { width: 84 } }}
      items={[
        { key: 'name', label: '接入方', children: of },
        ...(secret === null ? [] : [{ key: 'key', label: word, children: <Secret text={secret} /> }]),
      ]}
    />
    <Button type="primary" onClick={close}>
      {secret === null ? '知道了' : '已交付，关闭'}
    </Button>
  </Dialog>
);

const Secret = ({ text }: { text: string }) => (
  <Typography.Text className="secret" copyable={{ text, tooltips: false, icon: ['复制', '已复制'] }}>
    {text}
  </Typography.Text>
);
