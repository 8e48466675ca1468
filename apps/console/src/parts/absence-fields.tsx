import { Form } from 'antd';
import type { ReactElement } from 'react';
import type { RouteRequest } from '#http-api/routes';
import type { Values } from '../moves/field-row';
import { InstantInput } from './instant-input';

type Absence = NonNullable<RouteRequest<'PUT /api/session/absence'>['body']>;

const chosen = [{ required: true, message: '请选择' }];

/** Who stands in, and from when until when. */
export const AbsenceFields = ({ deputy }: { deputy: ReactElement }) => (
  <>
    <Form.Item name="deputyId" label="代理人" rules={chosen}>
      {deputy}
    </Form.Item>
    <Form.Item name="from" label="开始时间" rules={chosen}>
      <InstantInput />
    </Form.Item>
    <Form.Item name="until" label="结束时间" rules={chosen}>
      <InstantInput />
    </Form.Item>
  </>
);

/** What these fields hold, once all are filled in. */
export const absenceBody = ({ deputyId, from, until }: Values): Absence => ({ deputyId, from, until }) as Absence;
