import { Form, Select } from 'antd';
import type { ListItem } from '#http-api/list-route';
import type { RouteRequest } from '#http-api/routes';
import { supervisionCauses, supervisionLevels, supervisionStates } from '#ticket/supervision';
import { usePages } from '../api/use-pages';
import { DepartmentInput } from '../directory/department-input';
import { ByAt } from '../parts/by-at';
import { FilterForm } from '../parts/filter-form';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { optionsOf } from '../words/options';
import { orderColumns } from './order-columns';

type Order = ListItem<'GET /api/supervisions'>;
type Sought = Pick<
  NonNullable<RouteRequest<'GET /api/supervisions'>['query']>,
  'state' | 'level' | 'cause' | 'departmentId'
>;

const columns = [
  ...orderColumns,
  { title: '原因', width: 120, render: (_: unknown, { cause }: Order) => supervisionCauses[cause].label },
  {
    title: '起草',
    width: 170,
    render: (_: unknown, { drafted }: Order) => <ByAt {...drafted} />,
  },
];

/** 督办台账 */
export function OrderLedger() {
  const [sought, seek] = useKept<Sought>('supervision-orders', {});
  const pages = usePages('GET /api/supervisions', { query: sought });
  return (
    <>
      <FilterForm sought={sought} seek={seek} isBusy={pages.isLoading} typed={[]}>
        <Form.Item name="state">
          <Select allowClear placeholder="状态" aria-label="状态" options={optionsOf(supervisionStates)} />
        </Form.Item>
        <Form.Item name="level">
          <Select allowClear placeholder="督办级别" aria-label="督办级别" options={optionsOf(supervisionLevels)} />
        </Form.Item>
        <Form.Item name="cause">
          <Select allowClear placeholder="督办原因" aria-label="督办原因" options={optionsOf(supervisionCauses)} />
        </Form.Item>
        <Form.Item name="departmentId">
          <DepartmentInput placeholder="主送单位" />
        </Form.Item>
      </FilterForm>
      <PagedTable<Order> columns={columns} pages={pages} widthPx={1_100} empty="没有督办单" />
    </>
  );
}
