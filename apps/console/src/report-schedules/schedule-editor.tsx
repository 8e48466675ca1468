import { Form, Input, Select } from 'antd';
import { reportComparisons, reportDimensions } from '#http-api/rating-shapes';
import { reportFormats } from '#http-api/report-format';
import { reportPeriods } from '#http-api/report-period';
import { reportCadences, reportRecipients, type ReportCadence } from '#http-api/report-schedule-shapes';
import { reportTitles } from '#http-api/report-titles';
import type { RouteRequest } from '#http-api/routes';
import type { Values } from '../moves/field-row';
import { Dialog } from '../parts/dialog';
import { required } from '../parts/required';
import { WriteForm } from '../parts/write-form';
import { optionsOf, type Labelled } from '../words/options';
import { dayOptions, type Schedule } from './schedule-words';

type Body = NonNullable<RouteRequest<'POST /api/report-schedules'>['body']>;

const usual: Partial<Body> = {
  ...{ report: 'overview', by: 'department', period: 'yesterday', format: 'xlsx' },
  ...{ cadence: 'daily', at: '08:00', recipients: ['manager'] },
};

/** One report that is made by itself: a new one, or one that is to be made otherwise. */
export function ScheduleEditor({ schedule, close }: { schedule?: Schedule; close(): void }) {
  return (
    <Dialog title={schedule ? '修改定期报表' : '新增定期报表'} width={560} close={close}>
      {schedule ? (
        <WriteForm
          route="PATCH /api/report-schedules/:id"
          label="保存"
          initial={schedule}
          requestOf={(values) => ({ params: { id: schedule.id }, body: said(values) })}
          onDone={close}
        >
          <Fields />
        </WriteForm>
      ) : (
        <WriteForm
          route="POST /api/report-schedules"
          label="新增"
          initial={usual}
          requestOf={(values) => ({ body: said(values) })}
          onDone={close}
        >
          <Fields />
        </WriteForm>
      )}
    </Dialog>
  );
}

/** What is left out is none. */
const said = (values: Values): Body => ({ ...(values as Body), compare: null, day: null, ...filled(values) });

const filled = (values: Values): Partial<Body> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function Fields() {
  const cadence = Form.useWatch<ReportCadence | undefined>('cadence') ?? 'daily';
  const days = dayOptions(cadence);
  return (
    <>
      <Form.Item name="name" label="名称" rules={required}>
        <Input autoFocus maxLength={60} placeholder="如：值班日报" />
      </Form.Item>
      <div className="form-row">
        <Choice name="report" label="报表" table={reportTitles} />
        <Choice name="by" label="统计维度" table={reportDimensions} />
      </div>
      <div className="form-row">
        <Choice name="period" label="统计周期" table={reportPeriods} />
        <Form.Item name="compare" label="比较">
          <Select options={optionsOf(reportComparisons)} allowClear placeholder="不比较" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Choice name="format" label="格式" table={reportFormats} />
        <Choice name="cadence" label="频次" table={reportCadences} />
      </div>
      <div className="form-row">
        {days.length > 0 && (
          <Form.Item name="day" label="日期" rules={required}>
            <Select options={days} />
          </Form.Item>
        )}
        <Form.Item name="at" label="时间" rules={required}>
          <Input maxLength={5} placeholder="08:00" />
        </Form.Item>
      </div>
      <Form.Item name="recipients" label="接收岗位" rules={required} extra="报表为全区数据，只发给可看全区的岗位。">
        <Select mode="multiple" options={optionsOf(reportRecipients)} />
      </Form.Item>
    </>
  );
}

const Choice = ({ name, label, table }: { name: string; label: string; table: Labelled }) => (
  <Form.Item name={name} label={label} rules={required}>
    <Select options={optionsOf(table)} />
  </Form.Item>
);
