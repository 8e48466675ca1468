import { PrinterOutlined } from '@ant-design/icons';
import { Button, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ListItem } from '#http-api/list-route';
import { dutyEntryKinds, type DutyEntryKind } from '#ticket/duty';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { DayInput } from '../parts/day-input';
import { PagedTable } from '../parts/paged-table';
import { instant } from '../words/instant';
import { optionsOf } from '../words/options';
import { WriteEntry } from './write-entry';
import './duty-log.css';

export type Entry = ListItem<'GET /api/duty-log'>;

const columnsFor = (correct: ((entry: Entry) => void) | null): TableColumnsType<Entry> => [
  { title: '时间', width: 110, render: (_, { at }) => instant(at) },
  { title: '种类', width: 90, render: (_, { kind }) => dutyEntryKinds[kind].label },
  {
    title: '内容',
    render: (_, { text, correctsId, correctedById }) => (
      <>
        <span className={correctedById ? 'duty-corrected' : undefined}>
          {correctsId && <strong>更正：</strong>}
          <span className="matter-text">{text}</span>
        </span>
        {correctedById && <span className="quiet">（已更正）</span>}
      </>
    ),
  },
  {
    title: '工单',
    width: 160,
    render: (_, { ticket }) => (ticket ? <Link to={`/tickets/${ticket.id}`}>{ticket.number}</Link> : '—'),
  },
  { title: '记录', width: 170, render: (_, { by, writtenAt }) => `${by.name}　${instant(writtenAt)}` },
  {
    title: '操作',
    width: 70,
    className: 'not-printed',
    render: (_, entry) =>
      correct &&
      !entry.correctedById && (
        <Button size="small" type="link" onClick={() => correct(entry)}>
          更正
        </Button>
      ),
  },
];

/** 值班日志: what happened, by time. */
export function DutyLogPage() {
  const { roles } = useUser();
  const mayWrite = mayCall('POST /api/duty-log', roles);
  const [written, write] = useState<Entry | 'new' | null>(null);
  const [day, setDay] = useState<string>();
  const [kind, setKind] = useState<DutyEntryKind>();
  const pages = usePages('GET /api/duty-log', { query: { from: day, to: day, kind } });
  return (
    <div className="page">
      <div className="page-filters not-printed">
        {mayWrite && (
          <Button type="primary" onClick={() => write('new')}>
            写日志
          </Button>
        )}
        <div className="duty-day">
          <DayInput value={day} onChange={setDay} placeholder="某一天" />
        </div>
        <Select<DutyEntryKind>
          aria-label="种类"
          allowClear
          placeholder="种类"
          options={optionsOf(dutyEntryKinds)}
          value={kind}
          onChange={setKind}
          className="duty-kind"
        />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
        <span className="quiet">日志只增不改：写错的另写一条更正。</span>
      </div>
      <PagedTable<Entry> columns={columnsFor(mayWrite ? write : null)} pages={pages} widthPx={860} empty="没有日志" />
      {written && <WriteEntry corrected={written === 'new' ? null : written} close={() => write(null)} />}
    </div>
  );
}
