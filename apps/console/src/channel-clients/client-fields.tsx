import { Form, Input, Select, Switch } from 'antd';
import { channels } from '#ticket/channel';
import { webAddress } from '#http-api/fields';
import { machineChannels } from '#http-api/inbound-shapes';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';
import { shapedBy } from '../parts/shaped-by';
import { optionsOf } from '../words/options';

const emptyAsNull = (typed: string): string | null => typed.trim() || null;

const missingAsNull = (chosen: string | undefined): string | null => chosen ?? null;

/** What other systems bring anything by: messages, of the phone its calls, and by Open311's own protocol. */
const offered = optionsOf(channels).filter(
  ({ value }) => value === 'phone' || value === 'open311' || machineChannels.some((each) => each === value),
);

/** What another system is called, what it may bring, and from where. */
export const ClientFields = () => (
  <>
    <Form.Item name="name" label="名称" rules={required}>
      <Input autoFocus maxLength={60} placeholder="如：区政府网站" />
    </Form.Item>
    <Form.Item name="channels" label="来源" extra="选“电话”可推送来电事件；只读报表的可不选。">
      <Select mode="multiple" options={offered} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
    <Form.Item name="addresses" label="许可地址" extra="IP 或网段，回车确认；不填则不限制。">
      <Select mode="tags" open={false} suffix={null} placeholder="如 10.1.0.0/16" />
    </Form.Item>
    <Form.Item
      name="readsReports"
      label="读取报表"
      valuePropName="checked"
      extra="供BI等系统用密钥取统计报表（GET /api/reports）；看不到工单和个人信息。"
    >
      <Switch />
    </Form.Item>
    <Form.Item name="expiresAt" label="失效时间" normalize={missingAsNull} extra="到时密钥自动失效；不填则长期有效。">
      <InstantInput from={new Date().toISOString()} />
    </Form.Item>
    <Form.Item
      name="system"
      label="系统代号"
      normalize={emptyAsNull}
      extra="上级、川渝互转、督查、110转来的工单按“代号/对方编号”识别；不填则不能转单。"
    >
      <Input maxLength={64} placeholder="如：city-12345" />
    </Form.Item>
    <Form.Item
      name="webhookUrl"
      label="回传地址"
      normalize={emptyAsNull}
      extra="办理进展签名后推送到此地址；还须在列表中生成签名密钥。"
      rules={[shapedBy(webAddress)]}
    >
      <Input maxLength={2_000} placeholder="https://" />
    </Form.Item>
  </>
);
