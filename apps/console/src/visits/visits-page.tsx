import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { visitModes } from '#ticket/visit-mode';
import { usePages } from '../api/use-pages';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { instant } from '../words/instant';
import { AddVisit } from './add-visit';

type Visit = ListItem<'GET /api/visits'>;

const lists = [
  { value: 'all', label: '全部' },
  { value: 'door', label: '登门' },
  { value: 'phone', label: '电话' },
] as const;
type Shown = (typeof lists)[number]['value'];

const columns: TableColumnsType<Visit> = [
  { title: '走访时间', width: 130, render: (_, { at }) => instant(at) },
  { title: '走访队伍', width: 220, ellipsis: true, dataIndex: 'team' },
  { title: '方式', width: 70, render: (_, { mode }) => visitModes[mode].label },
  { title: '区域', width: 180, ellipsis: true, render: (_, { area }) => area?.name ?? '—' },
  { title: '走访户', ellipsis: true, render: (_, visit) => householdOf(visit) },
  { title: '诉求', width: 70, align: 'right', dataIndex: 'tickets' },
];

const householdOf = ({ household }: Visit): string => household ?? '已删除';

/** A visit in a few lines, instead of a table row on a phone. */
const VisitItem = ({ visit }: { visit: Visit }) => (
  <section className="card-link" aria-label={householdOf(visit)}>
    <div className="item-top">
      <span className="item-title">{householdOf(visit)}</span>
      <span className="quiet">{visitModes[visit.mode].label}</span>
    </div>
    <div className="item-line quiet">
      {instant(visit.at)} {visit.team}
      <span className="item-end">诉求 {visit.tickets} 件</span>
    </div>
  </section>
);

/** 走访记录: households that were visited, and how many tickets came out of it. */
export function VisitsPage() {
  const { roles } = useUser();
  const [shown, show] = useKept<Shown>('visits', 'all');
  const [isAdding, setAdding] = useState(false);
  const pages = usePages('GET /api/visits', { query: shown === 'all' ? {} : { mode: shown } });
  return (
    <div className="page">
      <div className="page-filters">
        {mayCall('POST /api/visits', roles) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            登记走访
          </Button>
        )}
        <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        <span className="quiet">收集的诉求在“来电登记”中选来源“走访登门”并选定走访记录。</span>
      </div>
      <PagedTable<Visit>
        columns={columns}
        pages={pages}
        widthPx={860}
        empty="还没有走访记录"
        card={(visit) => <VisitItem key={visit.id} visit={visit} />}
      />
      {isAdding && <AddVisit close={() => setAdding(false)} />}
    </div>
  );
}
