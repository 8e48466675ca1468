import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { RouteRequest } from '#http-api/routes';
import { usePages } from '../api/use-pages';
import { DepartmentFilter } from '../directory/department-filter';
import { PagedTable } from '../parts/paged-table';
import { useKept } from '../parts/use-kept';
import { ledgerColumns, type LedgerRow } from './ledger-columns';

type Sought = Pick<NonNullable<RouteRequest<'GET /api/handling-ledger'>['query']>, 'month' | 'departmentId'>;

/** 承办台账: what a department was given in a month, and what became of it. */
export function LedgerPage() {
  const [sought, seek] = useKept<Sought>('ledger', {});
  const pages = usePages('GET /api/handling-ledger', { query: sought });
  return (
    <div className="page">
      <div className="page-filters">
        <DatePicker
          picker="month"
          aria-label="月份"
          placeholder="本月"
          value={sought.month ? dayjs(`${sought.month}-01`) : null}
          onChange={(picked: dayjs.Dayjs | null) => seek({ ...sought, month: picked?.format('YYYY-MM') })}
        />
        <DepartmentFilter value={sought.departmentId} seek={(departmentId) => seek({ ...sought, departmentId })} />
        <span className="quiet">按派单时间列出本单位及下级单位当月承办的工单；是否按期以本单位办理时限为准。</span>
      </div>
      <PagedTable<LedgerRow> columns={ledgerColumns} pages={pages} widthPx={1_060} empty="当月没有承办的工单" />
    </div>
  );
}
