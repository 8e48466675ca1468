import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { dutyPosts } from '#ticket/duty-post';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { useDepartments } from '../directory/use-directory';
import { EndButton } from '../parts/end-button';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { TurnDialog } from './turn-dialog';

type Turn = ListItem<'GET /api/duty-turns'>;

const columnsFor = (nameOf: (id: string) => string): TableColumnsType<Turn> => [
  { title: '单位', render: (_, { departmentId }) => (departmentId === null ? '热线' : nameOf(departmentId)) },
  { title: '岗位', width: 110, render: (_, { post }) => dutyPosts[post].label },
  { title: '值班人', width: 150, render: (_, { account }) => account.name },
  { title: '值班电话', width: 150, render: (_, { phone }) => <span className="number">{phone ?? '—'}</span> },
  { title: '自', width: 170, render: (_, { startsAt }) => <span className="number">{fullInstant(startsAt)}</span> },
  {
    title: '至',
    width: 170,
    render: (_, { endsAt }) => <span className="number">{endsAt ? fullInstant(endsAt) : '另行通知'}</span>,
  },
  { title: '操作', width: 90, render: (_, { id }) => <EndTurn id={id} /> },
];

const EndTurn = ({ id }: { id: string }) => (
  <EndButton route="DELETE /api/duty-turns/:id" request={{ params: { id } }} label="结束" question="确定结束值班？" />
);

/** 值班表: whom the ladder reaches, besides everybody with the role. */
export function DutyRosterPage() {
  const [isAdding, setAdding] = useState(false);
  const pages = usePages('GET /api/duty-turns');
  const names = new Map(useDepartments().map(({ id, name }) => [id, name]));
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => setAdding(true)}>
          安排值班
        </Button>
        <span className="quiet">有值班的岗位只提醒值班人，联络员A不在岗时提醒B；没有值班的提醒该岗位全部人员。</span>
      </div>
      <PagedTable<Turn>
        columns={columnsFor((id) => names.get(id) ?? '')}
        pages={pages}
        widthPx={980}
        empty="没有值班安排"
      />
      {isAdding && <TurnDialog close={() => setAdding(false)} />}
    </div>
  );
}
