import { Form, Input, Select } from 'antd';
import type { ListItem } from '#http-api/list-route';
import type { RouteRequest } from '#http-api/routes';
import { supervisionStates } from '#ticket/supervision';
import { usePages } from '../api/use-pages';
import { DayInput } from '../parts/day-input';
import { FilterForm } from '../parts/filter-form';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { optionsOf } from '../words/options';
import { orderColumns } from './order-columns';

type Instruction = ListItem<'GET /api/leader-instructions'>;
type Sought = Pick<
  NonNullable<RouteRequest<'GET /api/leader-instructions'>['query']>,
  'leader' | 'state' | 'from' | 'to'
>;

const columns = [
  { title: '批示领导', width: 85, render: (_: unknown, { instruction }: Instruction) => instruction.leader },
  { title: '批示日期', width: 100, render: (_: unknown, { instruction }: Instruction) => instruction.date },
  { title: '批示内容', render: (_: unknown, { instruction }: Instruction) => instruction.text },
  { title: '来文单位', width: 110, render: (_: unknown, { instruction }: Instruction) => instruction.receivedFrom },
  ...orderColumns,
];

/** 批示件台账 */
export function InstructionLedger() {
  const [sought, seek] = useKept<Sought>('leader-instructions', {});
  const pages = usePages('GET /api/leader-instructions', { query: sought });
  return (
    <>
      <FilterForm sought={sought} seek={seek} isBusy={pages.isLoading} typed={['leader']}>
        <Form.Item name="leader">
          <Input allowClear placeholder="批示领导" aria-label="批示领导" />
        </Form.Item>
        <Form.Item name="state">
          <Select allowClear placeholder="状态" aria-label="状态" options={optionsOf(supervisionStates)} />
        </Form.Item>
        <Form.Item name="from">
          <DayInput placeholder="批示日期起" />
        </Form.Item>
        <Form.Item name="to">
          <DayInput placeholder="批示日期止" />
        </Form.Item>
      </FilterForm>
      <PagedTable<Instruction> columns={columns} pages={pages} widthPx={1_100} empty="没有批示件" />
    </>
  );
}
