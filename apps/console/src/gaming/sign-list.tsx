import { Button, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { gamingSigns, type GamingSign, type GamingState } from '#ticket/gaming-sign';
import { usePages } from '../api/use-pages';
import { DepartmentFilter } from '../directory/department-filter';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { optionsOf } from '../words/options';
import { SignDrawer } from './sign-drawer';
import { SignItem } from './sign-item';
import { subjectWords, type SignRow } from './sign-row';
import { Why } from './why';

interface Sought {
  sign?: GamingSign;
  departmentId?: string;
}

const columnsOf = (open: (sign: SignRow) => void): TableColumnsType<SignRow> => [
  { title: '线索', width: 130, render: (_, { sign }) => gamingSigns[sign].label },
  { title: '涉及', width: 180, ellipsis: true, render: (_, sign) => subjectWords(sign) },
  { title: '情况', render: (_, sign) => <Why sign={sign} /> },
  {
    title: '工单',
    width: 90,
    align: 'right',
    render: (_, sign) => (
      <Button type="link" size="small" className="number" onClick={() => open(sign)}>
        {sign.tickets}件
      </Button>
    ),
  },
  { title: '最早', width: 150, render: (_, { firstAt }) => fullInstant(firstAt) },
  { title: '最近', width: 150, render: (_, { lastAt }) => fullInstant(lastAt) },
];

/** Signs in one state, the latest found first; each opens the tickets behind it. */
export function SignList({ state }: { state: GamingState }) {
  const [sought, seek] = useState<Sought>({});
  const [opened, open] = useState<SignRow | null>(null);
  const pages = usePages('GET /api/gaming-signs', { query: { state, ...sought } });
  return (
    <>
      <div className="page-filters">
        <Select<GamingSign>
          aria-label="线索"
          allowClear
          placeholder="全部线索"
          options={optionsOf(gamingSigns)}
          value={sought.sign}
          onChange={(sign) => seek({ ...sought, sign })}
          popupMatchSelectWidth={false}
        />
        <DepartmentFilter value={sought.departmentId} seek={(departmentId) => seek({ ...sought, departmentId })} />
      </div>
      <PagedTable<SignRow>
        columns={columnsOf(open)}
        pages={pages}
        widthPx={1_000}
        empty={state === 'open' ? '没有待核实的线索' : '没有记录'}
        card={(sign) => <SignItem key={sign.id} sign={sign} open={() => open(sign)} />}
      />
      {opened && <SignDrawer sign={opened} close={() => open(null)} />}
    </>
  );
}
