import { Form, Input, InputNumber, Select } from 'antd';
import { channels } from '#ticket/channel';
import { alerts } from '#ticket/clock-kind';
import { states } from '#ticket/state';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { DepartmentInput } from '../directory/department-input';
import { FilterForm } from '../parts/filter-form';
import { optionsOf } from '../words/options';
import type { SearchValues } from './search-values';

const choices = [
  { name: 'state', label: '状态', table: states },
  { name: 'type', label: '类型', table: ticketTypes },
  { name: 'urgency', label: '紧急程度', table: urgencies },
  { name: 'channel', label: '来源', table: channels },
  { name: 'alert', label: '亮牌', table: alerts },
] as const;

const orders = {
  '-registeredAt': { label: '最近登记在前' },
  registeredAt: { label: '最早登记在前' },
  dueAt: { label: '最先到期在前' },
};

interface SearchFormProps {
  readonly sought: SearchValues;
  seek(values: SearchValues): void;
  readonly isBusy: boolean;
}

/** Narrows the list of tickets down. */
export const SearchForm = (props: SearchFormProps) => (
  <FilterForm {...props} typed={['q', 'phone', 'minPeople', 'minAmountYuan']}>
    <Form.Item name="q">
      <Input allowClear placeholder="关键词、工单号、手机号" aria-label="关键词" />
    </Form.Item>
    <Form.Item name="phone">
      <Input allowClear placeholder="来电号码" aria-label="来电号码" autoComplete="off" />
    </Form.Item>
    {choices.map(({ name, label, table }) => (
      <Form.Item key={name} name={name}>
        <Select allowClear placeholder={label} aria-label={label} options={optionsOf(table)} />
      </Form.Item>
    ))}
    <Form.Item name="stability">
      <Select allowClear placeholder="涉稳" aria-label="涉稳" options={[{ value: true, label: '涉稳' }]} />
    </Form.Item>
    <Form.Item name="minPeople">
      <InputNumber min={1} precision={0} placeholder="涉及人数不少于" aria-label="涉及人数不少于" className="wide" />
    </Form.Item>
    <Form.Item name="minAmountYuan">
      <InputNumber min={0} placeholder="金额（元）不少于" aria-label="金额（元）不少于" className="wide" />
    </Form.Item>
    <Form.Item name="areaCode">
      <AreaInput placeholder="区域" />
    </Form.Item>
    <Form.Item name="categoryCode">
      <CategoryInput placeholder="事项分类" />
    </Form.Item>
    <Form.Item name="departmentId">
      <DepartmentInput placeholder="承办单位" />
    </Form.Item>
    <Form.Item name="sort">
      <Select allowClear placeholder="最近登记在前" aria-label="排序" options={optionsOf(orders)} />
    </Form.Item>
  </FilterForm>
);
