import { Form, Input, Select } from 'antd';
import { issueKinds, issueStates, lights } from '#ticket/issue';
import type { RouteRequest } from '#http-api/routes';
import { FilterForm } from '../parts/filter-form';
import { optionsOf } from '../words/options';

export type Sought = NonNullable<RouteRequest<'GET /api/issues'>['query']>;

const choices = [
  { name: 'kind', label: '类型', options: optionsOf(issueKinds) },
  {
    name: 'named',
    label: '命名',
    options: [
      { value: 'true', label: '已命名' },
      { value: 'false', label: '未命名' },
    ],
  },
  {
    name: 'growing',
    label: '趋势',
    options: [
      { value: 'true', label: '增长中' },
      { value: 'false', label: '平稳' },
    ],
  },
  { name: 'light', label: '亮灯', options: optionsOf(lights) },
  { name: 'state', label: '状态', options: optionsOf(issueStates) },
  {
    name: 'sort',
    label: '排序',
    options: [
      { value: '-activeAt', label: '最近有诉求' },
      { value: '-tickets', label: '件数最多' },
    ],
  },
];

/** Narrows the issues down. */
export const IssueFilters = ({
  sought,
  seek,
  isBusy,
}: {
  sought: Sought;
  seek(values: Sought): void;
  isBusy: boolean;
}) => (
  <FilterForm sought={sought} seek={seek} isBusy={isBusy} typed={['q']}>
    <Form.Item name="q" label="名称">
      <Input placeholder="关键词" allowClear />
    </Form.Item>
    {choices.map(({ name, label, options }) => (
      <Form.Item key={name} name={name} label={label}>
        <Select options={options} allowClear placeholder="不限" popupMatchSelectWidth={false} />
      </Form.Item>
    ))}
  </FilterForm>
);
