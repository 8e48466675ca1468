import { Form, Input, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import { adminSubjects } from '#ticket/admin-event';
import { FilterForm } from '../parts/filter-form';
import { optionsOf } from '../words/options';

type Query = NonNullable<RouteRequest<'GET /api/admin-events'>['query']>;

/** Which changes are looked for. */
export type EventFilter = Pick<Query, 'subject' | 'actor'>;

interface EventFiltersProps {
  readonly sought: EventFilter;
  seek(filter: EventFilter): void;
  readonly isBusy: boolean;
}

/** Narrows the log down to a kind of subject, and to whoever made the change. */
export const EventFilters = (props: EventFiltersProps) => (
  <FilterForm {...props} typed={['actor']}>
    <Form.Item name="subject">
      <Select allowClear placeholder="操作对象" aria-label="操作对象" options={optionsOf(adminSubjects)} />
    </Form.Item>
    <Form.Item name="actor">
      <Input allowClear placeholder="操作人姓名" aria-label="操作人姓名" autoComplete="off" />
    </Form.Item>
  </FilterForm>
);
