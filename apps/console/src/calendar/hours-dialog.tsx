import { Checkbox, Form, Input } from 'antd';
import { DepartmentInput } from '../directory/department-input';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { PreviewedForm } from '../parts/previewed-form';
import { movesPreview } from '../recomputing/moves-preview';
import type { EditedHours, OfficeHours } from './office-hours-card';

interface HoursValues {
  readonly departmentId: string | null;
  /** Lines such as 09:00-12:00. */
  readonly sessions: string;
  /** Lines such as 05-01至09-30 08:30-12:00 15:00-18:30. */
  readonly seasons: string;
  /** The department keeps the hours of the house again. */
  readonly ends: boolean;
  readonly source: string;
}

interface HoursDialogProps {
  readonly edited: EditedHours;
  onSaved(): void;
  close(): void;
}

/** Other hours for an office: filled in, previewed, saved. */
export function HoursDialog({ edited, onSaved, close }: HoursDialogProps) {
  const kept = edited === 'another' ? null : edited;
  const sessions = linesOf(kept?.sessions ?? []);
  const seasons = (kept?.seasons ?? []).map(lineOf).join('\n');
  const initial: HoursValues = { departmentId: kept?.departmentId ?? null, sessions, seasons, ends: false, source: '' };
  const bodyOf = ({ departmentId = initial.departmentId, ends, ...values }: Partial<HoursValues>) => ({
    departmentId,
    sessions: ends ? null : sessionsIn(values.sessions ?? ''),
    seasons: ends ? [] : seasonsIn(values.seasons ?? ''),
    source: values.source ?? '',
  });
  return (
    <Dialog title={kept ? '修改工作时间' : '为单位另设工作时间'} width={680} close={close}>
      <PreviewedForm
        route="POST /api/office-hours"
        initial={initial}
        bodyOf={bodyOf}
        previewOf={movesPreview}
        onSaved={onSaved}
      >
        {!kept && (
          <Form.Item name="departmentId" label="单位" rules={required} extra="其下属单位没有另设的，一并适用。">
            <DepartmentInput />
          </Form.Item>
        )}
        {kept?.departmentId && (
          <Form.Item name="ends" valuePropName="checked">
            <Checkbox>不再另设，恢复全区工作时间</Checkbox>
          </Form.Item>
        )}
        <Form.Item noStyle dependencies={['ends']}>
          {({ getFieldValue }) => !getFieldValue('ends') && <SessionsInput />}
        </Form.Item>
        <Form.Item name="source" label="依据" rules={required}>
          <Input maxLength={200} placeholder="如：区政府办关于作息时间的通知" />
        </Form.Item>
      </PreviewedForm>
    </Dialog>
  );
}

function SessionsInput() {
  return (
    <>
      <Form.Item
        name="sessions"
        label="时段"
        extra="每行一段，午休不写。工作小时只在时段内计时，工作日时限到最后一段结束。"
        rules={[
          { required: true, message: '请填写' },
          { pattern: /^(\s*\d\d:\d\d\s*[-–]\s*\d\d:\d\d\s*)+$/, message: '每行如：09:00-12:00' },
        ]}
      >
        <Input.TextArea rows={3} placeholder={'09:00-12:00\n14:00-18:00'} />
      </Form.Item>
      <Form.Item
        name="seasons"
        label="季节作息"
        extra="夏令、冬令等，每行一季：起止日期（月-日，含首尾，每年适用）和该季各时段。没有的不填。"
        rules={[{ pattern: seasonLines, message: '每行如：05-01至09-30 08:30-12:00 15:00-18:30' }]}
      >
        <Input.TextArea rows={2} placeholder="05-01至09-30 08:30-12:00 15:00-18:30" />
      </Form.Item>
    </>
  );
}

const linesOf = (sessions: NonNullable<OfficeHours['sessions']>): string =>
  sessions.map(({ from, to }) => `${from}-${to}`).join('\n');

const sessionsIn = (lines: string): { from: string; to: string }[] =>
  [...lines.matchAll(/(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)/g)].map(([, from = '', to = '']) => ({ from, to }));

const seasonLine = /(\d\d-\d\d)\s*至\s*(\d\d-\d\d)((?:[ \t]+\d\d:\d\d\s*[-–]\s*\d\d:\d\d)+)/g;
const seasonLines = new RegExp(`^(?:\\s*${seasonLine.source}\\s*)*$`);

const lineOf = ({ from, to, sessions }: OfficeHours['seasons'][number]): string =>
  `${from}至${to} ${linesOf(sessions).replaceAll('\n', ' ')}`;

const seasonsIn = (lines: string): OfficeHours['seasons'] =>
  [...lines.matchAll(seasonLine)].map(([, from = '', to = '', sessions = '']) => ({
    ...{ from, to, sessions: sessionsIn(sessions) },
  }));
