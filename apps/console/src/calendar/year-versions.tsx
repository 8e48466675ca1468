import type { TableColumnsType } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { Dialog } from '../parts/dialog';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';

type Version = ListItem<'GET /api/calendars/:year/versions'>;

const columns: TableColumnsType<Version> = [
  { title: '版本', width: 60, dataIndex: 'version' },
  { title: '录入时间', width: 170, render: (_, { at }) => fullInstant(at) },
  { title: '依据', dataIndex: 'source' },
  { title: '放假', width: 70, render: (_, { days }) => `${days.filter(({ working }) => !working).length}天` },
  { title: '上班', width: 70, render: (_, { days }) => `${days.filter(({ working }) => working).length}天` },
];

/** Every version of a year: what it rested on, and since when. */
export function YearVersions({ year, close }: { year: number; close(): void }) {
  const pages = usePages('GET /api/calendars/:year/versions', { params: { year: String(year) } });
  return (
    <Dialog title={`${year}年工作日历的历史版本`} width={720} close={close}>
      <PagedTable<Version> rowKey="version" columns={columns} pages={pages} widthPx={640} empty="没有版本" />
    </Dialog>
  );
}
