import { App, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { PreviewedForm } from '../recomputing/previewed-form';

interface HoursValues {
  /** Lines such as 09:00-12:00. */
  readonly sessions: string;
  readonly source: string;
}

/** The office hours in force, and the way to others. */
export function OfficeHoursCard() {
  const [isEdited, edit] = useState(false);
  const standing = useAnswer('GET /api/office-hours', { query: { limit: 1 } });
  const hours = standing.data?.items[0];
  if (!hours) return null;
  const said = hours.sessions.map(({ from, to }) => `${from}–${to}`).join('，');
  return (
    <Card size="small" className="calendar-warning">
      <span className="office-hours">
        工作时间：{said}
        <span className="quiet">
          {hours.source}
          {hours.version > 0 && `（第${hours.version}版）`}
        </span>
        <Button size="small" onClick={() => edit(true)}>
          修改工作时间
        </Button>
      </span>
      {isEdited && <HoursDialog sessions={hours.sessions} close={() => edit(false)} />}
    </Card>
  );
}

type Sessions = readonly { readonly from: string; readonly to: string }[];

function HoursDialog({ sessions, close }: { sessions: Sessions; close(): void }) {
  const { message } = App.useApp();
  const initial: HoursValues = { sessions: sessions.map(({ from, to }) => `${from}-${to}`).join('\n'), source: '' };
  return (
    <Dialog title="修改工作时间" width={680} close={close}>
      <PreviewedForm
        route="POST /api/office-hours"
        initial={initial}
        bodyOf={({ sessions: lines, source }) => ({ sessions: sessionsIn(lines), source })}
        onSaved={() => {
          void message.success('工作时间已保存');
          close();
        }}
      >
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
        <Form.Item name="source" label="依据" rules={required}>
          <Input maxLength={200} placeholder="如：区政府办关于作息时间的通知" />
        </Form.Item>
      </PreviewedForm>
    </Dialog>
  );
}

const sessionsIn = (lines: string): { from: string; to: string }[] =>
  [...lines.matchAll(/(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)/g)].map(([, from = '', to = '']) => ({ from, to }));
