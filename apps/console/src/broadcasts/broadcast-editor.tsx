import { Form, Input } from 'antd';
import { shanghaiIso } from '#calendar/shanghai-time';
import type { RouteRequest } from '#http-api/routes';
import { AreaInput } from '../directory/area-input';
import { CategoryInput } from '../directory/category-input';
import { IssueSelect } from '../issues/issue-select';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { InstantInput } from '../parts/instant-input';
import { WriteForm } from '../parts/write-form';
import type { BroadcastRow } from './broadcast-row';

type Body = NonNullable<RouteRequest<'POST /api/broadcasts'>['body']>;

interface BroadcastEditorProps {
  /** The one of which a new version is written; none for a new one. */
  readonly broadcast?: BroadcastRow;
  /** What a new one is about, from the page of a hot issue. */
  readonly issue?: { readonly id: string; readonly title: string };
  close(): void;
}

const required = [{ required: true, message: '请填写' }];
const dayMs = 86_400_000;

/** 统一答复口径: what everybody is to answer, and until when. */
export function BroadcastEditor({ broadcast, issue, close }: BroadcastEditorProps) {
  const fields = <BroadcastFields isOfIssue={issue !== undefined} />;
  const initial = broadcast ? valuesOf(broadcast) : blank(issue?.title);
  const bodyOf = (values: Values): Body => ({ ...said(values), ...(issue && { issueId: issue.id }) });
  return (
    <Dialog title={broadcast ? '修订口径' : `发布统一口径${issue ? `　${issue.title}` : ''}`} width={560} close={close}>
      {broadcast ? (
        <WriteForm
          route="PUT /api/broadcasts/:id"
          label="发布新版本"
          initial={initial}
          requestOf={(values) => ({
            params: { id: broadcast.id },
            version: broadcast.version,
            body: bodyOf(values),
          })}
          onDone={close}
        >
          {fields}
        </WriteForm>
      ) : (
        <WriteForm
          route="POST /api/broadcasts"
          label="发布"
          initial={initial}
          requestOf={(values) => ({ body: bodyOf(values) })}
          onDone={close}
        >
          {fields}
        </WriteForm>
      )}
    </Dialog>
  );
}

const blank = (title?: string): Values => ({
  title,
  validTo: shanghaiIso(new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + dayMs)),
});

const valuesOf = ({ title, text, issue, category, area, validFrom, validTo }: BroadcastRow): Values => ({
  ...{ title, text, validFrom, validTo },
  issueId: issue?.id,
  categoryCode: category?.code,
  areaCode: area?.code,
});

const said = ({ title, text, issueId, categoryCode, areaCode, validFrom, validTo }: Values): Body => ({
  title: title as string,
  text: text as string,
  issueId: (issueId as string | undefined) ?? null,
  categoryCode: (categoryCode as string | undefined) ?? null,
  areaCode: (areaCode as string | undefined) ?? null,
  validFrom: (validFrom as string | undefined) ?? undefined,
  validTo: validTo as string,
});

const BroadcastFields = ({ isOfIssue }: { isOfIssue: boolean }) => (
  <>
    <Form.Item name="title" label="标题" rules={required}>
      <Input autoFocus maxLength={60} />
    </Form.Item>
    <Form.Item name="text" label="答复口径（话务员照此答复，诉求人会看到）" rules={required}>
      <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2_000} showCount />
    </Form.Item>
    {!isOfIssue && (
      <Form.Item name="issueId" label="热点事项">
        <IssueSelect />
      </Form.Item>
    )}
    <div className="form-row">
      <Form.Item name="categoryCode" label="事项分类">
        <CategoryInput placeholder="不限" />
      </Form.Item>
      <Form.Item name="areaCode" label="区域">
        <AreaInput placeholder="不限" />
      </Form.Item>
    </div>
    <div className="form-row">
      <Form.Item name="validFrom" label="生效时间（不填即刻生效）">
        <InstantInput />
      </Form.Item>
      <Form.Item name="validTo" label="失效时间" rules={required}>
        <InstantInput />
      </Form.Item>
    </div>
  </>
);
