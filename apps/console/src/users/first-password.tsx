import { Alert, Button, Descriptions, Typography } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';

interface FirstPasswordProps {
  readonly title: string;
  readonly told: RouteAnswer<'POST /api/users'>;
  close(): void;
}

/** Shows a first password while the dialog stands; only its button closes it, for nobody can ask again. */
export const FirstPassword = ({ title, told: { user, password }, close }: FirstPasswordProps) => (
  <Dialog title={title} width={440}>
    {password === null ? (
      <Alert
        type="warning"
        showIcon
        title="网络中断，初始密码没有传回"
        description="请在列表中找到此人，用“重置密码”另发一个。"
      />
    ) : (
      <Alert
        type="warning"
        showIcon
        title="初始密码只显示这一次，关闭后无法再查看"
        description="请当面或电话告知本人，不要发到群里。本人首次登录须修改。"
      />
    )}
    <Descriptions
      column={1}
      className="first-password"
      styles={{ label: { width: 84, alignItems: 'center' } }}
      items={[
        { key: 'name', label: '姓名', children: user.name },
        { key: 'username', label: '用户名', children: user.username },
        ...(password === null ? [] : [{ key: 'password', label: '初始密码', children: <Password text={password} /> }]),
      ]}
    />
    <Button type="primary" onClick={close}>
      {password === null ? '知道了' : '已记下，关闭'}
    </Button>
  </Dialog>
);

const Password = ({ text }: { text: string }) => (
  <Typography.Text className="secret" copyable={{ text, tooltips: false, icon: ['复制', '已复制'] }}>
    {text}
  </Typography.Text>
);
