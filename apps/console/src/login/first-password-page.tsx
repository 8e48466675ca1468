import { Button } from 'antd';
import { OwnPasswordForm } from '../own/own-password-form';
import { useUser } from '../identity/session';
import { useSignOut } from '../identity/use-sign-out';
import './login.css';

/** All that is shown to who still has the first password: once it is changed, the session is asked again and goes on. */
export function FirstPasswordPage() {
  const { name } = useUser();
  const leave = useSignOut();
  return (
    <main className="login">
      <section className="login-box">
        <h1>请先修改初始密码</h1>
        <p className="login-motto">{name}，您好。初始密码由管理员告知，须改成只有您自己知道的密码才能办理业务。</p>
        <OwnPasswordForm current="初始密码" onDone={() => undefined} />
        <Button type="link" className="login-leave" onClick={() => void leave()}>
          退出登录
        </Button>
      </section>
    </main>
  );
}
