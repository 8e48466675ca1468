import { Form, Input, Select } from 'antd';
import { messageKinds } from '#ticket/message-kind';
import { messageStates } from '#ticket/message-state';
import type { RouteRequest } from '#http-api/routes';
import { FilterForm } from '../parts/filter-form';
import { optionsOf } from '../words/options';

type Sought = NonNullable<RouteRequest<'GET /api/messages'>['query']>;

interface MessageFiltersProps {
  readonly sought: Sought;
  seek(values: Sought): void;
  readonly isBusy: boolean;
}

/** Narrows the messages down. */
export const MessageFilters = ({ sought, seek, isBusy }: MessageFiltersProps) => (
  <FilterForm sought={sought} seek={seek} isBusy={isBusy} typed={['number']}>
    <Form.Item name="state" label="状态">
      <Select options={optionsOf(messageStates)} allowClear placeholder="不限" popupMatchSelectWidth={false} />
    </Form.Item>
    <Form.Item name="kind" label="种类">
      <Select options={optionsOf(messageKinds)} allowClear placeholder="不限" popupMatchSelectWidth={false} />
    </Form.Item>
    <Form.Item name="number" label="工单号" className="message-number">
      <Input allowClear maxLength={40} />
    </Form.Item>
  </FilterForm>
);
