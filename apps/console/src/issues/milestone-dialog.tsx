import { DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteRequest } from '#http-api/routes';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { IssueView, Milestone } from './issue-row';

type Body = NonNullable<RouteRequest<'POST /api/issues/:id/milestones'>['body']>;

const required = [{ required: true, message: '请填写' }];

interface MilestoneDialogProps {
  readonly issue: IssueView;
  /** The one that is changed; null for a new one. */
  readonly milestone: Milestone | null;
  close(): void;
}

export function MilestoneDialog({ issue: { id, version }, milestone, close }: MilestoneDialogProps) {
  const today = shanghaiDate(new Date());
  const initial = milestone ? { ...milestone, doneOn: milestone.doneOn ?? undefined } : { startsOn: today, percent: 0 };
  const fields = <MilestoneFields />;
  return (
    <Dialog title={milestone ? '更新节点' : '增加节点'} close={close}>
      {milestone ? (
        <WriteForm
          route="PUT /api/issues/:id/milestones/:milestoneId"
          label="保存"
          initial={initial}
          requestOf={(values) => ({ params: { id, milestoneId: milestone.id }, version, body: bodyOf(values) })}
          onDone={close}
        >
          {fields}
        </WriteForm>
      ) : (
        <WriteForm
          route="POST /api/issues/:id/milestones"
          label="增加"
          initial={initial}
          requestOf={(values) => ({ params: { id }, version, body: bodyOf(values) })}
          onDone={close}
        >
          {fields}
        </WriteForm>
      )}
    </Dialog>
  );
}

const bodyOf = ({ title, startsOn, dueOn, percent, doneOn }: Values): Body => ({
  title: title as string,
  startsOn: startsOn as string,
  dueOn: dueOn as string,
  percent: (percent as number | null) ?? 0,
  doneOn: (doneOn as string | undefined) ?? null,
});

const MilestoneFields = () => (
  <>
    <Form.Item name="title" label="节点" rules={required}>
      <Input autoFocus maxLength={100} />
    </Form.Item>
    <div className="form-row">
      <Form.Item name="startsOn" label="计划开始" rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item name="dueOn" label="计划完成" rules={required}>
        <DateInput />
      </Form.Item>
    </div>
    <div className="form-row">
      <Form.Item name="percent" label="实际进度（%）">
        <InputNumber min={0} max={100} className="wide" />
      </Form.Item>
      <Form.Item name="doneOn" label="实际完成">
        <DateInput />
      </Form.Item>
    </div>
  </>
);

interface DateInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** A date, YYYY-MM-DD. */
const DateInput = ({ id, value, onChange }: DateInputProps) => (
  <DatePicker
    id={id}
    value={value ? dayjs(value) : null}
    onChange={(picked: dayjs.Dayjs | null) => onChange?.(picked?.format('YYYY-MM-DD'))}
    className="wide"
  />
);
