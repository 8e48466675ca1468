import { Button, Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { instant } from '../words/instant';
import { Differences } from './differences';

export type DayRow = ListItem<'GET /api/reconciliations'>;

const lists = [
  { value: 'differing', label: '有差异' },
  { value: 'all', label: '全部' },
] as const;
type Shown = (typeof lists)[number]['value'];

const Verdict = ({ day: { listed, differing } }: { day: DayRow }) => {
  if (listed === null) return <Tag color="red">未收到对账单</Tag>;
  return differing > 0 ? <Tag color="gold">{differing}件不一致</Tag> : <Tag color="green">一致</Tag>;
};

const columnsOf = (open: (day: DayRow) => void): TableColumnsType<DayRow> => [
  { title: '日期', width: 120, dataIndex: 'day' },
  { title: '对方系统', ellipsis: true, dataIndex: 'system' },
  { title: '对方件数', width: 100, render: (_, { listed }) => listed ?? '—' },
  { title: '结果', width: 140, render: (_, day) => <Verdict day={day} /> },
  { title: '比对时间', width: 130, render: (_, { comparedAt }) => (comparedAt ? instant(comparedAt) : '—') },
  { title: '操作', width: 90, render: (_, day) => <Open day={day} open={open} /> },
];

const Open = ({ day, open }: { day: DayRow; open(day: DayRow): void }) =>
  day.differing > 0 && (
    <Button type="link" size="small" onClick={() => open(day)}>
      查看差异
    </Button>
  );

/** 对账: which tickets differ between other systems and us. */
export function ReconcilingPage() {
  const [shown, show] = useKept<Shown>('reconciling', 'differing');
  const [opened, open] = useState<DayRow | null>(null);
  const pages = usePages('GET /api/reconciliations', { query: { state: shown } });
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={[...lists]} value={shown} onChange={show} />
        <span className="quiet">对方每日报送上一日下发的工单；早上八点仍未收到的会列出。</span>
      </div>
      <PagedTable<DayRow>
        columns={columnsOf(open)}
        pages={pages}
        widthPx={760}
        empty={shown === 'differing' ? '没有差异' : '还没有对账记录'}
        card={(day) => (
          <section key={day.id} className="card-link" aria-label={`${day.day} ${day.system}`}>
            <div className="item-top">
              <span className="item-title">{day.day}</span>
              <Verdict day={day} />
            </div>
            <div className="item-line quiet">
              {day.system}
              <span className="item-end">
                <Open day={day} open={open} />
              </span>
            </div>
          </section>
        )}
      />
      {opened && <Differences day={opened} close={() => open(null)} />}
    </div>
  );
}
