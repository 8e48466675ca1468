import { Form, Input, Radio, Select } from 'antd';
import type { Channel } from '#ticket/channel';
import { ticketTypes } from '#ticket/ticket-type';
import { urgencies } from '#ticket/urgency';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { DepartmentInput } from '../directory/department-input';
import { useUser } from '../identity/session';
import { InstantInput } from '../parts/instant-input';
import { optionsOf } from '../words/options';
import { ChannelFields } from './channel-fields';
import { channelsByHand } from './channels-by-hand';
import { SensitiveFields } from './sensitive-fields';
import { SuggestedCategories } from './suggested-categories';

const required = (message: string) => [{ required: true, message }];

/** What the call is about: class, text, place, time, whom it is about. */
export function MatterFields() {
  const { roles } = useUser();
  const channel = Form.useWatch<Channel | undefined>('channel');
  return (
    <>
      <div className="register-row register-class">
        <Form.Item name="type" label="诉求类型">
          <Radio.Group aria-label="诉求类型" options={optionsOf(ticketTypes)} optionType="button" buttonStyle="solid" />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Radio.Group aria-label="紧急程度" options={optionsOf(urgencies)} optionType="button" buttonStyle="solid" />
        </Form.Item>
        <Form.Item name="channel" label="来源">
          <Select options={channelsByHand(roles)} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      </div>
      {channel && <ChannelFields channel={channel} />}
      <Form.Item name="title" label="标题" rules={required('请用一句话写明诉求')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label="诉求内容">
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} placeholder="何人、何时、何地、何因、何果" />
      </Form.Item>
      <div className="register-row register-place">
        <Form.Item name="areaCode" label="区域">
          <AreaInput />
        </Form.Item>
        <Form.Item name="address" label="详细地址">
          <Input />
        </Form.Item>
        <Form.Item name="occurredAt" label="发生时间（默认现在）">
          <InstantInput />
        </Form.Item>
      </div>
      <div className="register-row register-about">
        <div className="register-category">
          <Form.Item name="categoryCode" label="事项分类">
            <CategoryInput />
          </Form.Item>
          <SuggestedCategories />
        </div>
        <Form.Item name="subjectParty" label="被反映对象">
          <Input placeholder="单位、店铺、个人等" />
        </Form.Item>
        <Form.Item name="subjectDepartmentId" label="被反映单位（政府部门）">
          <DepartmentInput />
        </Form.Item>
      </div>
      <SensitiveFields />
    </>
  );
}
