import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { RouteRequest } from '#http-api/routes';
import { dutyPosts, type DutyPost } from '#ticket/duty-post';
import { useAnswer } from '../api/use-answer';
import { DepartmentInput } from '../directory/department-input';
import { useUser } from '../identity/session';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { PersonInput } from '../parts/person-input';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';

type Body = NonNullable<RouteRequest<'POST /api/duty-turns'>['body']>;

/** Puts somebody on duty. */
export function TurnDialog({ close }: { close(): void }) {
  const { departmentId } = useUser();
  return (
    <Dialog title="安排值班" close={close}>
      <WriteForm
        route="POST /api/duty-turns"
        label="安排"
        initial={{ post: 'contact-a', departmentId }}
        requestOf={(values) => ({ body: bodyOfTurn(values) })}
        onDone={close}
      >
        <TurnFields />
      </WriteForm>
    </Dialog>
  );
}

const isHotlines = (post: unknown): boolean => dutyPosts[post as DutyPost].of === 'hotline';

const bodyOfTurn = ({ post, departmentId, accountId, phone, startsAt, endsAt }: Values): Body =>
  ({
    ...{ post, departmentId: isHotlines(post) ? null : departmentId, accountId, startsAt },
    endsAt: endsAt ?? null,
    ...(phone ? { phone } : {}),
  }) as Body;

function TurnFields() {
  const form = Form.useFormInstance<Values>();
  const { departmentId: own } = useUser();
  const post = Form.useWatch<unknown>('post', form) ?? 'contact-a';
  const chosen = Form.useWatch<string | undefined>('departmentId', form);
  const departmentId = isHotlines(post) ? undefined : chosen;
  // A department's head has nobody at the hotline to name.
  const posts = optionsOf(dutyPosts).filter(({ value }) => own === null || !isHotlines(value));
  return (
    <>
      <Form.Item name="post" label="岗位" rules={required}>
        <Select options={posts} onChange={() => form.setFieldValue('accountId', undefined)} />
      </Form.Item>
      {!isHotlines(post) && (
        <Form.Item name="departmentId" label="单位" rules={required}>
          <DepartmentInput />
        </Form.Item>
      )}
      <Form.Item name="accountId" label="值班人" rules={required}>
        <DutyPerson departmentId={departmentId} />
      </Form.Item>
      <Form.Item name="phone" label="值班电话" extra="接入短信平台后，提醒发到这个号码。">
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="startsAt" label="开始时间" rules={required}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="endsAt" label="结束时间" extra="不填则直到结束为止。">
        <InstantInput />
      </Form.Item>
    </>
  );
}

interface DutyPersonProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
  readonly departmentId?: string;
}

/** Somebody of that department, or of the hotline. */
function DutyPerson({ departmentId, ...field }: DutyPersonProps) {
  const [q, find] = useState('');
  const request = { query: { departmentId, limit: 200 } };
  const { data, isFetching } = useAnswer('GET /api/duty-people', request, { keep: true });
  const people = (data?.items ?? []).filter(({ name }) => name.includes(q));
  return <PersonInput {...field} people={people} isBusy={isFetching} find={find} />;
}
