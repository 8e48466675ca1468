import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Channel } from '#ticket/channel';
import { carriedFields, channelNeeds, type CarriedField } from '#http-api/channel-needs';
import { InstantInput } from '../parts/instant-input';
import { VisitInput } from '../visits/visit-input';

const filled = [{ required: true, message: '请填写' }];

/** How what a channel carries is typed; what comes by itself has no input. */
const inputs: Partial<Record<CarriedField, (label: string, rules: typeof filled | undefined) => ReactNode>> = {
  post: (_label, rules) => (
    <>
      <Form.Item name={['post', 'url']} label="帖文网址" rules={rules}>
        <Input inputMode="url" placeholder="https://" />
      </Form.Item>
      <Form.Item name={['post', 'author']} label="发帖人" rules={rules}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['post', 'postedAt']} label="发帖时间" rules={rules}>
        <InstantInput />
      </Form.Item>
    </>
  ),
  visitId: (label, rules) => (
    <Form.Item name="visitId" label={label} rules={rules}>
      <VisitInput />
    </Form.Item>
  ),
  upstreamSystem: (label, rules) => (
    <Form.Item name="upstreamSystem" label={label} rules={rules}>
      <Input placeholder="如 城市热线平台" />
    </Form.Item>
  ),
  upstreamNumber: (label, rules) => (
    <Form.Item name="upstreamNumber" label={label} rules={rules}>
      <Input />
    </Form.Item>
  ),
  upstreamDueAt: (label, rules) => (
    <Form.Item name="upstreamDueAt" label={label} rules={rules}>
      <InstantInput />
    </Form.Item>
  ),
};

/** What this channel's tickets carry besides, as its row says. */
export function ChannelFields({ channel }: { channel: Channel }) {
  const { carries } = channelNeeds[channel];
  const asked = (Object.keys(carries) as CarriedField[]).filter((field) => inputs[field]);
  if (asked.length === 0) return null;
  return (
    <div className="register-row register-place">
      {asked.map((field) => (
        <Carried key={field} field={field} isOptional={carries[field] === 'may'} />
      ))}
    </div>
  );
}

const Carried = ({ field, isOptional }: { field: CarriedField; isOptional: boolean }) =>
  inputs[field]?.(carriedFields[field].label, isOptional ? undefined : filled);
