import { Form, Input } from 'antd';
import type { Role } from '#ticket/role';
import { DepartmentInput } from '../directory/department-input';
import type { Values } from '../moves/field-row';
import { RoleInput } from './role-input';
import { scopeOf } from './role-scopes';

/** Name, roles, and the department where the roles are a department's. */
export function UserFields() {
  const scope = scopeOf(Form.useWatch<Role[] | undefined>('roles') ?? []);
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写' }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label="岗位" rules={[{ required: true, message: '至少选一个岗位' }]}>
        <RoleInput />
      </Form.Item>
      {scope === 'department' ? (
        <Form.Item name="departmentId" label="所属单位" rules={[{ required: true, message: '单位岗位须选择所属单位' }]}>
          <DepartmentInput />
        </Form.Item>
      ) : (
        <p className="quiet form-note">
          {scope === 'all' ? '热线岗位不属于承办单位，可查看全部工单。' : '选择单位岗位后再选所属单位。'}
        </p>
      )}
    </>
  );
}

/** What the fields hold; roles of the hotline take the department away. */
export const userOf = ({ departmentId, ...values }: Values): Values => ({
  ...values,
  departmentId: scopeOf((values['roles'] ?? []) as Role[]) === 'department' ? departmentId : undefined,
});
