import { Alert, Button, Form, Input } from 'antd';
import { useLocation } from 'react-router-dom';
import type { RouteRequest } from '#http-api/routes';
import { beginAnew } from '../api/held-back';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';
import { DemoAccounts } from './demo-accounts';
import { ApiProblem } from '../api/api-problem';
import { ProviderLink } from './provider-link';
import { ProviderProblem } from './provider-problem';
import { useEnter } from './use-enter';
import './login.css';

type Credentials = NonNullable<RouteRequest<'POST /api/session'>['body']>;

const refusalWords = (reason: Error): string =>
  reason instanceof ApiProblem && reason.code === 'unauthenticated' ? '用户名或密码不正确' : problemWords(reason);

/** Signs in and returns to the page one came from. */
export function LoginPage() {
  const [form] = Form.useForm<Credentials>();
  const { from = '/', hasExpired = false } = (useLocation().state ?? {}) as { from?: string; hasExpired?: boolean };
  const signIn = useWrite('POST /api/session');
  const enter = useEnter(from, hasExpired);
  const submit = async (body: Credentials): Promise<void> => {
    const { user } = await signIn.mutateAsync({ body });
    beginAnew();
    await enter(user);
  };
  return (
    <main className="login">
      <section className="login-box">
        <h1>12345 政务服务便民热线</h1>
        <p className="login-motto">跟踪办 · 限时办 · 督促办 · 办满意</p>
        {hasExpired && (
          <Alert type="warning" showIcon title="登录已过期，请重新登录，未提交的内容仍在" className="login-error" />
        )}
        <ProviderProblem />
        <Form form={form} layout="vertical" onFinish={(body) => void submit(body).catch(() => undefined)}>
          <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input autoFocus autoComplete="username" size="large" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          {signIn.error && <Alert type="error" showIcon title={refusalWords(signIn.error)} className="login-error" />}
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
            登录
          </Button>
        </Form>
        <ProviderLink from={from} hasExpired={hasExpired} />
        <DemoAccounts choose={(username) => form.setFieldsValue({ username })} />
      </section>
    </main>
  );
}
