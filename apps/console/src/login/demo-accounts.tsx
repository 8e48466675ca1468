import { Alert, Button } from 'antd';
import { useAnswer } from '../api/use-answer';

/** Says that demonstration accounts exist, and fills in the name of one. */
export function DemoAccounts({ choose }: { choose(username: string): void }) {
  const welcome = useAnswer('GET /api/welcome');
  if (!welcome.data?.demo) return null;
  return (
    <Alert
      type="info"
      className="login-demo"
      title="演示系统"
      description={
        <>
          <div>下列演示账号共用一个密码，启动时已显示在运行窗口。正式使用前请停用。</div>
          <div className="login-demo-names">
            {welcome.data.usernames.map((username) => (
              <Button key={username} size="small" type="link" onClick={() => choose(username)}>
                {username}
              </Button>
            ))}
          </div>
        </>
      }
    />
  );
}
