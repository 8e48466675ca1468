import { Form, Input, InputNumber, Select } from 'antd';
import { raisedUrgencies, ruleConditions } from '#http-api/dispatch-rule-shapes';
import { channels } from '#ticket/channel';
import { limitClasses } from '#ticket/limit-class';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { DepartmentInput } from '../directory/department-input';
import { DayInput } from '../parts/day-input';
import { NamesInput } from '../parts/names-input';
import { required } from '../parts/required';
import { optionsOf } from '../words/options';

/** For which tickets, to whom, and what else becomes of them. */
export const RuleFields = () => (
  <div className="form-grid">
    <Form.Item name="categoryCode" label="事项分类">
      <CategoryInput placeholder="全部事项" />
    </Form.Item>
    <Form.Item name="areaCode" label="区域">
      <AreaInput placeholder="全部区域" />
    </Form.Item>
    <Form.Item
      name="keywords"
      label={ruleConditions.keywords.label}
      className="form-grid-wide"
      extra="标题或内容中出现其中一个即符合；输入后按回车"
    >
      <NamesInput placeholder="不限" />
    </Form.Item>
    <Form.Item name="types" label={ruleConditions.types.label}>
      <Select mode="multiple" allowClear placeholder="不限" options={optionsOf(ticketTypes)} />
    </Form.Item>
    <Form.Item name="urgencies" label={ruleConditions.urgencies.label}>
      <Select mode="multiple" allowClear placeholder="不限" options={optionsOf(urgencies)} />
    </Form.Item>
    <Form.Item name="channels" label={ruleConditions.channels.label}>
      <Select mode="multiple" allowClear placeholder="不限" options={optionsOf(channels)} />
    </Form.Item>
    <Form.Item name="precedence" label="优先序" rules={required} tooltip="几条规则同样具体时，数字小的优先">
      <InputNumber min={1} max={99} precision={0} className="wide" />
    </Form.Item>
    <Form.Item name="leadId" label="主办单位" rules={required}>
      <DepartmentInput />
    </Form.Item>
    <Form.Item name="coHandlerIds" label="协办单位">
      <DepartmentInput several placeholder="无" />
    </Form.Item>
    <Form.Item name="basis" label="依据" className="form-grid-wide">
      <Input.TextArea
        maxLength={500}
        autoSize={{ minRows: 1, maxRows: 4 }}
        placeholder="如：《城市市容和环境卫生管理条例》第十六条"
      />
    </Form.Item>
    <Form.Item name="urgency" label="紧急程度提为">
      <Select allowClear placeholder="不变" options={optionsOf(raisedUrgencies)} />
    </Form.Item>
    <Form.Item name="limitClass" label="时限类别">
      <Select allowClear placeholder="按诉求类型" options={optionsOf(limitClasses)} />
    </Form.Item>
    <Form.Item name="validFrom" label="启用日期">
      <DayInput placeholder="今天" />
    </Form.Item>
    <Form.Item name="validTo" label="停用日期">
      <DayInput placeholder="长期有效" />
    </Form.Item>
  </div>
);
