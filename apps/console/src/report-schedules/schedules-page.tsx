import { App, Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { reportFormats } from '#http-api/report-format';
import { reportRecipients } from '#http-api/report-schedule-shapes';
import { problemWords } from '../api/problem-words';
import { usePages } from '../api/use-pages';
import { useWrite } from '../api/use-write';
import { EditButton } from '../parts/edit-button';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { ScheduleEditor } from './schedule-editor';
import { cadenceWords, contentWords, type Schedule } from './schedule-words';

type Open = (schedule: Schedule) => void;

const recipientWords = ({ recipients }: Schedule): string =>
  recipients.map((role) => reportRecipients[role].label).join('、');
const nextWords = ({ active, nextDueAt }: Schedule): string => (active ? fullInstant(nextDueAt) : '已停用');

const columnsOf = (open: Open): TableColumnsType<Schedule> => [
  { title: '名称', width: 180, ellipsis: true, dataIndex: 'name' },
  { title: '内容', render: (_, schedule) => contentWords(schedule) },
  { title: '格式', width: 170, render: (_, { format }) => reportFormats[format].label },
  { title: '频次', width: 140, render: (_, schedule) => cadenceWords(schedule) },
  { title: '接收岗位', width: 180, render: (_, schedule) => recipientWords(schedule) },
  { title: '下次生成', width: 180, render: (_, schedule) => nextWords(schedule) },
  { title: '操作', width: 130, render: (_, schedule) => <Buttons schedule={schedule} open={open} /> },
];

/** 报表定制: which reports are made by themselves, when and for whom. */
export function SchedulesPage() {
  const [opened, open] = useState<Schedule | 'new' | null>(null);
  const pages = usePages('GET /api/report-schedules');
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => open('new')}>
          新增定期报表
        </Button>
        <span className="quiet">到时自动生成并留存，接收岗位的人员在“定期报表”中取件。</span>
      </div>
      <PagedTable<Schedule>
        columns={columnsOf(open)}
        pages={pages}
        widthPx={1_150}
        empty="还没有定期报表"
        card={(schedule) => (
          <section key={schedule.id} className="card-link" aria-label={schedule.name}>
            <span className="item-title">{schedule.name}</span>
            <div className="item-line">{contentWords(schedule)}</div>
            <div className="item-line quiet">
              {cadenceWords(schedule)}
              <span className="item-end">
                <Buttons schedule={schedule} open={open} />
              </span>
            </div>
          </section>
        )}
      />
      {opened && <ScheduleEditor schedule={opened === 'new' ? undefined : opened} close={() => open(null)} />}
    </div>
  );
}

function Buttons({ schedule, open }: { schedule: Schedule; open: Open }) {
  const { message } = App.useApp();
  const write = useWrite('PATCH /api/report-schedules/:id');
  const { id, active } = schedule;
  const turn = (): void =>
    void write
      .mutateAsync({ params: { id }, body: { active: !active } })
      .catch((reason: unknown) => message.error(problemWords(reason)));
  return (
    <>
      <EditButton edit={() => open(schedule)} />
      <Button type="link" size="small" danger={active} loading={write.isPending} onClick={turn}>
        {active ? '停用' : '启用'}
      </Button>
    </>
  );
}
