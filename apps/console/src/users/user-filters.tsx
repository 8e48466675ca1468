import { Form, Input, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { roles } from '#ticket/role';
import { DepartmentInput } from '../directory/department-input';
import { FilterForm } from '../parts/filter-form';
import { optionsOf } from '../words/options';
import { userStates } from './user-states';

/** Which users are looked for. */
export type UserFilter = Omit<NonNullable<RouteRequest<'GET /api/users'>['query']>, 'limit' | 'cursor'>;

interface UserFiltersProps {
  readonly sought: UserFilter;
  seek(filter: UserFilter): void;
  readonly isBusy: boolean;
}

/** Narrows the list of users down. */
export const UserFilters = (props: UserFiltersProps) => (
  <FilterForm {...props} typed={['q']}>
    <Form.Item name="q">
      <Input allowClear placeholder="姓名或用户名" aria-label="姓名或用户名" autoComplete="off" />
    </Form.Item>
    <Form.Item name="role">
      <Select allowClear placeholder="岗位" aria-label="岗位" options={optionsOf(roles)} />
    </Form.Item>
    <Form.Item name="departmentId">
      <DepartmentInput placeholder="所属单位" />
    </Form.Item>
    <Form.Item name="state">
      <Select allowClear placeholder="状态" aria-label="状态" options={optionsOf(userStates)} />
    </Form.Item>
  </FilterForm>
);
