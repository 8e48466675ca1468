import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { holdStates, type HoldState } from '#ticket/request-state';
import { usePages } from '../api/use-pages';
import { DepartmentFilter } from '../directory/department-filter';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { optionsOf } from '../words/options';
import { holdColumns } from './hold-columns';
import type { Hold } from './hold-facts';
import { HoldWork } from './hold-work';

interface Sought {
  readonly state: HoldState;
  readonly departmentId?: string;
}

const tabs = optionsOf(holdStates) as { value: HoldState; label: string }[];
/** What is still to be done with an entry. */
const workWords: Partial<Record<HoldState, string>> = { pending: '审批', open: '复核' };

/** 挂账台账: what was put aside, by the date of its review; and what departments want put aside. */
export function HoldsPage() {
  const [sought, seek] = useKept<Sought>('holds', { state: 'open' });
  const [chosen, choose] = useState<Hold | null>(null);
  const mayDecide = mayCall('POST /api/holds/:id/end', useUser().roles);
  const pages = usePages('GET /api/holds', { query: sought });
  const work: TableColumnsType<Hold> = [
    {
      title: '',
      width: 64,
      render: (_, row) =>
        workWords[row.state] && (
          <Button type="link" size="small" onClick={() => choose(row)}>
            {workWords[row.state]}
          </Button>
        ),
    },
  ];
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented options={tabs} value={sought.state} onChange={(state) => seek({ ...sought, state })} />
        <DepartmentFilter value={sought.departmentId} seek={(departmentId) => seek({ ...sought, departmentId })} />
        <span className="quiet">挂账期间暂停计时，到复核日期由督办员复核；已阶段性办结的仍在账，直至销账。</span>
      </div>
      <PagedTable<Hold>
        columns={mayDecide ? [...holdColumns, ...work] : holdColumns}
        pages={pages}
        widthPx={1_080}
        empty={`没有${holdStates[sought.state].label}的挂账`}
      />
      <HoldWork row={chosen} close={() => choose(null)} />
    </div>
  );
}
