import { Form, Input } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import type { Values } from '../moves/field-row';
import { WriteForm } from '../parts/write-form';
import { useUser } from '../identity/session';

type Body = NonNullable<RouteRequest<'PUT /api/session/password'>['body']>;

interface OwnPasswordFormProps {
  /** What the present one is called: the first one was told by an administrator. */
  readonly current: string;
  onDone(): void;
}

const filled = { required: true, message: '请填写' };

const sameAsNext = ({ getFieldValue }: { getFieldValue(name: string): unknown }) => ({
  validator: (_rule: unknown, again: unknown) =>
    again === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次填写的新密码不一致')),
});

const requestOf = ({ current, next }: Values) => ({ body: { current, next } as Body });

/** Changes the own password; typed twice, since nobody sees it. */
export const OwnPasswordForm = ({ current, onDone }: OwnPasswordFormProps) => (
  <WriteForm route="PUT /api/session/password" label="修改密码" requestOf={requestOf} onDone={onDone}>
    {/* For the browser's own store of passwords. */}
    <input type="text" name="username" autoComplete="username" value={useUser().username} readOnly hidden />
    <Form.Item name="current" label={current} rules={[filled]}>
      <Input.Password autoFocus autoComplete="current-password" />
    </Form.Item>
    <Form.Item name="next" label="新密码" rules={[filled]} extra="至少12个字符，可以是一句只有自己知道的话">
      <Input.Password autoComplete="new-password" />
    </Form.Item>
    <Form.Item name="again" label="再填一次新密码" dependencies={['next']} rules={[filled, sameAsNext]}>
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  </WriteForm>
);
