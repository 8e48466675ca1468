import { Form, Select } from 'antd';
import { useNavigate } from 'react-router-dom';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { RouteRequest } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { DayInput } from '../parts/day-input';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';

type Body = RouteRequest<'POST /api/handovers'>['body'];

/** Which shift is handed over. */
export function OpenHandover({ close }: { close(): void }) {
  const navigate = useNavigate();
  const shifts = useAnswer('GET /api/shifts').data?.items ?? [];
  return (
    <Dialog title="发起交接班" close={close}>
      <WriteForm
        route="POST /api/handovers"
        label="发起"
        initial={{ day: shanghaiDate(new Date()) }}
        requestOf={(values) => ({ body: values as Body })}
        onDone={({ id }) => void navigate(`/handovers/${id}`)}
      >
        <Form.Item name="shiftId" label="交班班次" rules={required}>
          <Select
            options={shifts.map(({ id, name, starts, ends }) => ({ value: id, label: `${name}（${starts}–${ends}）` }))}
          />
        </Form.Item>
        <Form.Item name="day" label="班次开始日期" rules={required} extra="夜班填开始当天的日期。">
          <DayInput />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}
