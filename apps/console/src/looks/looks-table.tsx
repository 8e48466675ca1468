import { Form, Input, type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { lookKinds } from '#ticket/look-kind';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { FilterForm } from '../parts/filter-form';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { fullInstant } from '../words/instant';
import { LookItem } from './look-item';

type Look = ListItem<'GET /api/looks'>;

const columns: TableColumnsType<Look> = [
  { title: '时间', width: 170, render: (_, { at }) => fullInstant(at) },
  { title: '人员', width: 180, render: (_, { who }) => who.name },
  { title: '方式', width: 140, render: (_, { kind }) => lookKinds[kind].label },
  { title: '工单', width: 180, render: (_, { ticketId, number }) => <Link to={`/tickets/${ticketId}`}>{number}</Link> },
  { title: '查看事由', render: (_, { reason }) => reason ?? '—' },
];

/** Every look, newest first, with the reason that was given for it. */
export function LooksTable() {
  const [sought, seek] = useKept<{ who?: string }>('looks', {});
  const pages = usePages('GET /api/looks', { query: sought });
  return (
    <>
      <FilterForm sought={sought} seek={seek} isBusy={pages.isLoading} typed={['who']}>
        <Form.Item name="who">
          <Input allowClear placeholder="人员姓名" aria-label="人员姓名" autoComplete="off" />
        </Form.Item>
      </FilterForm>
      <PagedTable<Look>
        columns={columns}
        pages={pages}
        widthPx={860}
        empty="没有记录"
        card={(look) => <LookItem key={look.id} look={look} />}
      />
    </>
  );
}
