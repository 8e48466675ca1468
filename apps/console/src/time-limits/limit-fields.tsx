import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { limitUnits } from '#http-api/limit-units';
import { limitedClocks } from '#http-api/time-limit-shapes';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { CategoryInput } from '../directory/category-input';
import { DayInput } from '../parts/day-input';
import { required } from '../parts/required';
import { optionsOf } from '../words/options';
import type { LimitRow } from './limit-row';

/** What a limit holds for can be chosen once; how long it is, whence and since when, each time. */
export const LimitFields = ({ limit }: { limit: LimitRow | null }) => (
  <div className="form-grid">
    {!limit && <ScopeFields />}
    <Form.Item name="amount" label="时长" rules={required}>
      <InputNumber min={1} max={1_000} precision={0} className="wide" />
    </Form.Item>
    <Form.Item name="unit" label="计时单位" rules={required}>
      <Select options={optionsOf(limitUnits)} />
    </Form.Item>
    <Form.Item name="source" label="依据" rules={required} className="form-grid-wide">
      <Input maxLength={200} placeholder="如：区政府办〔2026〕12号" />
    </Form.Item>
    <Form.Item name="reach" label="适用于">
      <Radio.Group
        options={[
          { value: 'all', label: '全部在办工单' },
          { value: 'from', label: '某日起启动的' },
        ]}
      />
    </Form.Item>
    <Form.Item noStyle dependencies={['reach']}>
      {({ getFieldValue }) =>
        getFieldValue('reach') === 'from' && (
          <Form.Item name="validFrom" label="自" rules={required}>
            <DayInput />
          </Form.Item>
        )
      }
    </Form.Item>
  </div>
);

const ScopeFields = () => (
  <>
    <Form.Item name="clock" label="时限" rules={required}>
      <Select options={optionsOf(limitedClocks)} />
    </Form.Item>
    <Form.Item name="categoryCode" label="事项分类">
      <CategoryInput placeholder="全部" />
    </Form.Item>
    <Form.Item name="type" label="诉求类型">
      <Select allowClear placeholder="全部" options={optionsOf(ticketTypes)} />
    </Form.Item>
    <Form.Item name="urgency" label="紧急程度">
      <Select allowClear placeholder="不限（紧急、特急除外）" options={optionsOf(urgencies)} />
    </Form.Item>
  </>
);
