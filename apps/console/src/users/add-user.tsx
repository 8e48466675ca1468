import { Form, Input } from 'antd';
import { useState } from 'react';
import type { RouteAnswer, RouteRequest } from '#http-api/routes';
import { bodyOf } from '../moves/body-of';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { FirstPassword } from './first-password';
import { UserFields, userOf } from './user-fields';

type Body = RouteRequest<'POST /api/users'>['body'];

/** A new user; then their first password, once. */
export function AddUser({ close }: { close(): void }) {
  const [added, setAdded] = useState<RouteAnswer<'POST /api/users'> | null>(null);
  if (added) return <FirstPassword title="用户已添加" told={added} close={close} />;
  return (
    <Dialog title="新增用户" close={close}>
      <WriteForm
        route="POST /api/users"
        label="新增"
        requestOf={(values) => ({ body: bodyOf(userOf(values)) as Body })}
        onDone={setAdded}
      >
        <Form.Item
          name="username"
          label="用户名"
          extra="登录时填写，添加后不能改，如 li.na"
          rules={[{ required: true, message: '请填写' }]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <UserFields />
      </WriteForm>
    </Dialog>
  );
}
