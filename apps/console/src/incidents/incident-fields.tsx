import { Form, Input, Select } from 'antd';
import type { RouteRequest } from '#http-api/routes';
import type { Values } from '../moves/field-row';

type Body = NonNullable<RouteRequest<'POST /api/incidents'>['body']>;

export const incidentBody = ({ title, ticketNumbers }: Values): Body =>
  ({ title, ticketNumbers: ticketNumbers ?? [] }) as Body;

/** What an incident is called, and the tickets it stands in. */
export const IncidentFields = () => (
  <>
    <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写' }]}>
      <Input maxLength={100} placeholder="如：滨河路自来水主管爆裂影响居民用水" />
    </Form.Item>
    <Form.Item name="ticketNumbers" label="相关工单号" extra="起草时从这些工单带出内容，自动去掉诉求人信息。">
      <Select
        mode="tags"
        open={false}
        suffix={null}
        tokenSeparators={[' ', ',', '，', '、']}
        placeholder="输入后回车"
      />
    </Form.Item>
  </>
);
